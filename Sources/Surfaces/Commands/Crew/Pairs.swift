import ArgumentParser

/// Options of the form name=value.
enum Pairs {
  /// - Parameter form: how it is written, for the message.
  static func read(_ texts: [String], form: String) throws(ValidationError) -> [String: String] {
    var pairs: [String: String] = [:]
    for text in texts {
      guard let equals = text.firstIndex(of: "="), equals != text.startIndex else {
        throw ValidationError("'\(text)' is not of the form \(form).")
      }
      let name = String(text[..<equals])
      guard pairs.updateValue(String(text[text.index(after: equals)...]), forKey: name) == nil else {
        throw ValidationError("'\(name)' is given twice.")
      }
    }
    return pairs
  }
}
