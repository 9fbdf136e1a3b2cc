import Basics

/// What is wrong with a configuration, and against what it was checked.
package struct ValidationReport: Sendable {
  /// What can be said of a configuration.
  package enum Verdict: String, Sendable, Codable {
    case valid, invalid
    /// Nothing wrong was found, but part of it could not be checked.
    case notChecked = "not-checked"
  }

  package var diagnostics: [Diagnostic]
  /// The provider versions it was checked against: `hashicorp/aws 5.100.0`.
  package var checked: [String]
  /// What was not looked at, or not to the end: providers without a schema, modules whose files are not here, files outside
  /// of the folder.
  package var unchecked: [String]

  /// Invalid as soon as there is an error; never valid while something is unchecked.
  package var verdict: Verdict {
    if diagnostics.contains(where: { $0.level == .error }) { return .invalid }
    return unchecked.isEmpty ? .valid : .notChecked
  }
}
