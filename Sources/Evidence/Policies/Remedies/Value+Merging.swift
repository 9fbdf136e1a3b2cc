import HCL

extension Value {
  /// Objects merged member by member, deeply; anything else is replaced.
  func merging(_ other: Value) -> Value {
    guard case .object(let added) = other else { return other }
    guard case .object(let members) = self else { return other }
    return .object(members.merging(added) { $0.merging($1) })
  }

  /// The value with the member at a path of names changed.
  func updating(_ path: [String], change: (Value) -> Value) -> Value {
    guard let name = path.first else { return change(self) }
    guard case .object(var members) = self else { return self }
    members[name] = (members[name] ?? .object([:])).updating(Array(path.dropFirst()), change: change)
    return .object(members)
  }
}
