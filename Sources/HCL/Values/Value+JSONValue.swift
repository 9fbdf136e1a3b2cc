import Basics

extension Value {
  /// The same document as a value of the language.
  package init(_ json: JSONValue) {
    switch json {
    case .null: self = .null
    case .bool(let flag): self = .bool(flag)
    case .integer(let number): self = .number(Double(number))
    case .number(let number): self = .number(number)
    case .string(let text): self = .string(text)
    case .array(let items): self = .list(items.map { Value($0) })
    case .object(let members):
      self = .object(Dictionary(members.map { ($0.key, Value($0.value)) }) { _, last in last })
    }
  }

  /// Reads a JSON document; nil when it is none.
  package init?(json text: String) {
    do {
      self = Value(try JSONValue(parsing: text))
    } catch {
      return nil
    }
  }
}
