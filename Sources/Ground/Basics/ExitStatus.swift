/// The exit codes of every command; a contract with scripts.
package enum ExitStatus: Int32, Sendable, CaseIterable {
  /// Done, nothing needs attention.
  case done = 0
  /// A tool, a file, the network or the configuration failed.
  case error = 1
  /// There are changes, or an approval is needed; as `tofu plan -detailed-exitcode`.
  case changes = 2
  /// A policy failed or a veto stands.
  case refused = 3
  /// A budget is exceeded.
  case budget = 4
  /// It cannot be decided: something is unknown, contradictory, or asked for and not there.
  case undecided = 5
  /// The command line or the request makes no sense.
  case usage = 64
}
