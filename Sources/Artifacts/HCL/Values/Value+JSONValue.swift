import Basics

extension Value {
  /// The same document as a value of the language.
  package init(_ json: JSONValue) {
    switch json {
    case .null: self = .null
    case .bool(let flag): self = .bool(flag)
    case .integer(let number): self = .whole(Int128(number))
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

extension JSONValue {
  /// The same document with keys sorted; nil where something in it is unknown.
  package init?(_ value: HCL.Value) {
    switch value {
    case .null: self = .null
    case .unknown: return nil
    case .bool(let flag): self = .bool(flag)
    case .number(let number): self = Int(exactly: number).map(JSONValue.integer) ?? .number(number)
    case .bigInteger(let number):
      self = Int(exactly: number).map(JSONValue.integer) ?? .number(Double(number))
    case .string(let text): self = .string(text)
    case .list(let items):
      let elements = items.compactMap { JSONValue($0) }
      guard elements.count == items.count else { return nil }
      self = .array(elements)
    case .object(let members):
      let sorted = members.sorted { $0.key < $1.key }.compactMap { member in
        JSONValue(member.value).map { JSONMember(member.key, value: $0) }
      }
      guard sorted.count == members.count else { return nil }
      self = .object(sorted)
    }
  }
}
