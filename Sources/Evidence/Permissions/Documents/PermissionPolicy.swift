import HCL

/// A policy document with the name people know it by.
package struct PermissionPolicy: Hashable, Sendable {
  package let name: String
  package let statements: [PolicyStatement]
  /// Why some of it is missing; nil where it was read whole.
  package let unread: String?

  /// - Parameter document: the document as a value; what is unknown inside stays open.
  package init(name: String, document: Value) {
    self.name = name
    switch document["Statement"] {
    case .list(let items)?:
      statements = items.enumerated().map {
        PolicyStatement($0.element, policy: name, number: $0.offset + 1)
      }
      unread = nil
    case .object?:
      statements = [PolicyStatement(document["Statement"] ?? .null, policy: name, number: 1)]
      unread = nil
    default:
      statements = []
      unread = "\(name), which is known only after apply,"
    }
  }

  /// A policy of which only the name is known.
  package init(unreadable name: String, reason: String) {
    self.name = name
    statements = []
    unread = reason
  }
}

extension PermissionPolicy {
  /// Several policies of one resource, as one.
  init(merging policies: [PermissionPolicy]) {
    name = policies.map(\.name).joined(separator: " and ")
    statements = policies.flatMap(\.statements)
    unread = policies.lazy.compactMap(\.unread).first
  }
}
