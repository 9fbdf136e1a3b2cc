import Basics

/// Who a service works for: stands in the audit trail, and beside what is kept.
package struct Caller: Hashable, Sendable {
  /// How a surface knows who it is.
  package enum Authentication: String, Hashable, Sendable, Codable {
    /// The login of this machine, which whoever has it can change.
    case login
    /// A secret that the caller sent along, which stands for a name.
    case token
  }

  package let name: String
  package let authentication: Authentication

  package init(name: String, authentication: Authentication) {
    self.name = name
    self.authentication = authentication
  }

  /// The login that the environment names; `unknown` where it names none.
  package static func login(_ environment: [String: String]) -> Caller {
    Caller(name: environment["USER"].flatMap { $0.isEmpty ? nil : $0 } ?? "unknown", authentication: .login)
  }
}
