import HCL

/// What a plan does to one resource.
package struct ResourceChange: Hashable, Sendable {
  /// One step of a change, under the name the plan gives it.
  package enum Action: String, Hashable, Sendable, Codable {
    case noOp = "no-op"
    case create, read, update, delete, forget
  }

  package var address: String
  /// The address of the module's instance that it stands in, with a dot; empty for the root.
  package var modulePrefix: String
  /// The former address, when the resource was moved.
  package var previousAddress: String?
  package var kind: Resource.Kind
  package var type: String
  package var name: String
  package var provider: String
  /// In the order in which they happen: a replacement is delete and create, or create and delete.
  package var actions: [Action]
  /// Null where there was nothing.
  package var before: Value
  /// What is only known after apply is unknown inside.
  package var after: Value
  /// Paths that force the replacement: `ami`, `network_interface.0.subnet_id`.
  package var replacePaths: [String]

  package var isReplacement: Bool { actions.contains(.delete) && actions.contains(.create) }
}
