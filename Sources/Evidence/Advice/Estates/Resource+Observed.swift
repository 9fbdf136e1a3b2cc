import HCL
import ResourceGraph

extension Resource {
  /// Something that an export tells of and no code declares: a line of a bill, a snapshot in an account. Its type begins
  /// with the export's name: `focus_commitment`, `cloud_snapshot`.
  package init(observed type: String, name: String, _ attributes: [String: Value]) {
    self.init(
      kind: .data, address: "\(type).\(name)", type: type, name: name, attributes: .object(attributes))
  }

  /// Which export tells of it; nil for what code, plans, states and manifests hold.
  var export: AdviceSource? { Self.export(ofType: type) }

  static func export(ofType type: String) -> AdviceSource? {
    if type.hasPrefix("focus_") { return .billing }
    if type.hasPrefix("cloud_") { return .cloud }
    return type == estateType ? .resources : nil
  }

  /// What rules about an estate as a whole are about.
  static let estateType = "estate"
}
