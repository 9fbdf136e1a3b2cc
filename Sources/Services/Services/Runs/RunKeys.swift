/// Journal keys of what the run keeps besides the steps of the protocol.
enum RunKeys {
  static let setup = "setup"
  static let usage = "usage"
  /// When the steps of a consultation ran.
  static let times = "times"
  /// What a run of tasks used, and when they ran.
  static let ending = "ending"
  /// Each time the run came to nothing: when, why, and what it had used.
  static let failures = "failed-run/"
  /// SHA-256 of files that hold secrets which are in no record, by path.
  static let unmaskedDigests = "unmasked"
  /// SHA-256 of `report.json`.
  static let reportDigest = "report"
}
