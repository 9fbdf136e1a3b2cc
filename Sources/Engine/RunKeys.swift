/// Journal keys of what the run keeps besides the steps of the protocol.
enum RunKeys {
  static let setup = "setup"
  static let usage = "usage"
  /// SHA-256 of `report.json`.
  static let reportDigest = "report"
}
