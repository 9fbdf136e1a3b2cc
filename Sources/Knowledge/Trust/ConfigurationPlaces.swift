import Foundation

/// Where a person's and the system's own configuration lie.
package struct ConfigurationPlaces: Hashable, Sendable {
  /// `$XDG_CONFIG_HOME/consilium`, by default `~/.config/consilium`.
  package let userFolder: String
  /// What an administrator says for everybody on this machine.
  package let systemFile: String

  /// - Parameter systemFile: another one for tests.
  package init(environment: [String: String], systemFile: String = "/etc/consilium/consilium.yaml") {
    if let folder = environment["XDG_CONFIG_HOME"], folder.hasPrefix("/") {
      userFolder = "\(folder)/consilium"
    } else {
      let home = environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
      userFolder = "\(home ?? NSHomeDirectory())/.config/consilium"
    }
    self.systemFile = systemFile
  }

  /// What a person says of approvals, variables and addresses.
  package var userFile: String { "\(userFolder)/consilium.yaml" }

  /// The person's own crew.
  package var crewFile: String { "\(userFolder)/agents.yaml" }

  /// The crews that a person trusts, a line each.
  package var trustedCrews: String { "\(userFolder)/trusted-crews" }
}
