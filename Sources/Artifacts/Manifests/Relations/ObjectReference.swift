/// One place of an object that names another.
struct ObjectReference: Sendable {
  /// What has to be there of the object that is named.
  enum Part: Hashable, Sendable {
    /// An entry of `data`, `stringData` or `binaryData`.
    case key(String)
    /// A port of a service by number or name.
    case port(String)
  }

  var kinds: [String]
  /// Nil for what lives outside of namespaces.
  var namespace: String?
  var name: String
  var part: Part?
  var path: FieldPath

  /// `Secret/shop/db`.
  var address: String {
    let kind = kinds.joined(separator: " or ")
    return namespace.map { "\(kind)/\($0)/\(name)" } ?? "\(kind)/\(name)"
  }
}
