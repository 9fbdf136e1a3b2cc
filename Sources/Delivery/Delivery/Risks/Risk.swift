/// Why a plan needs more than one person: one class and the resource it is about.
package struct Risk: Sendable, Hashable, Codable {
  package enum Class: String, Sendable, Codable, CaseIterable {
    case destroy, replace
    /// Who may do what.
    case identity
    /// Something becomes reachable from everywhere.
    case exposure
    /// More money than the threshold.
    case price
    /// A program of the configuration's choice is run.
    case code = "runs code"
  }

  package var kind: Class
  /// The resource's address; empty for the price.
  package var address: String
  /// One sentence without values that may be secret.
  package var reason: String

  package init(_ kind: Class, address: String, reason: String) {
    self.kind = kind
    self.address = address
    self.reason = reason
  }

  /// `destroys 2, opens 1 to everyone`.
  static func summary(of risks: [Risk]) -> String {
    Class.allCases.compactMap { kind in
      let count = risks.count { $0.kind == kind }
      guard count > 0 else { return nil }
      return switch kind {
      case .destroy: "destroys \(count)"
      case .replace: "replaces \(count)"
      case .identity: "changes rights in \(count)"
      case .exposure: "opens \(count) to everyone"
      case .price:
        risks.contains { $0.kind == .price && $0.address.isEmpty }
          ? "costs more than the threshold" : "has parts without a known price"
      case .code: "runs \(count) programs of its own"
      }
    }.joined(separator: ", ")
  }
}
