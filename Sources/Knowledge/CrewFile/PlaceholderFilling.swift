import Basics

/// Puts values in the place of `{name}`; remembers what was asked for and what is missing.
struct PlaceholderFilling {
  let inputs: [String: String]
  /// Names that had a value.
  private(set) var used: Set<String> = []
  /// All names that were asked for.
  private(set) var names: Set<String> = []
  var diagnostics: [Diagnostic] = []

  init(inputs: [String: String]) {
    self.inputs = inputs
  }

  mutating func fill(_ text: inout String, range: SourceRange) {
    guard text.utf8.contains(UInt8(ascii: "{")) else { return }
    var filled = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      filled += rest[..<open]
      let inside = rest[rest.index(after: open)...]
      let name = inside.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") }
      guard let first = name.first, first.isLetter || first == "_", inside[name.endIndex...].first == "}"
      else {
        filled += "{"
        rest = inside
        continue
      }
      filled += value(String(name), range: range)
      rest = inside[inside.index(after: name.endIndex)...]
    }
    text = filled + rest
  }

  private mutating func value(_ name: String, range: SourceRange) -> String {
    if let value = inputs[name] {
      used.insert(name)
      names.insert(name)
      return value
    }
    if names.insert(name).inserted {
      diagnostics.append(
        Diagnostic(
          code: "crew.missing-input", summary: "An input is missing",
          detail: "Here {\(name)} has no value; give it with --input \(name)=VALUE.", range: range))
    }
    return "{\(name)}"
  }
}
