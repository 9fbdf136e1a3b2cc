import Basics

extension JSONValue {
  /// The object with further members; those with nil are left out.
  func adding(_ more: [(String, JSONValue?)]) -> JSONValue {
    .object((object ?? []) + more.compactMap { key, value in value.map { JSONMember(key, value: $0) } })
  }

  /// An object of what is there.
  static func members(_ members: [(String, JSONValue?)]) -> JSONValue {
    JSONValue.object([]).adding(members)
  }
}

extension JSONValue {
  /// The members of both, these first.
  func joining(_ other: JSONValue) -> JSONValue { .object((object ?? []) + (other.object ?? [])) }
}
