/// A pattern in which `*` stands for any text.
enum NamePattern {
  static func matches(_ text: String, pattern: String) -> Bool {
    let parts = pattern.split(separator: "*", omittingEmptySubsequences: false)
    guard parts.count > 1 else { return text == pattern }
    var rest = text[...]
    for (index, part) in parts.enumerated() {
      if index == 0 {
        guard rest.hasPrefix(part) else { return false }
        rest = rest.dropFirst(part.count)
      } else if index == parts.count - 1 {
        return rest.hasSuffix(part)
      } else if let found = rest.firstRange(of: part) {
        rest = rest[found.upperBound...]
      } else if !part.isEmpty {
        return false
      }
    }
    return true
  }
}
