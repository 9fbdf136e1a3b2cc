import Basics

/// What `consilium check` says of one configuration.
package struct CheckReport: Sendable, Codable {
  package enum Verdict: String, Sendable, Codable {
    case valid, invalid
    /// Nothing wrong was found, but part of it could not be checked; never taken for valid.
    case notChecked = "not-checked"
    /// It could not be read at all.
    case unreadable
  }

  /// One thing that is wrong.
  package struct Finding: Sendable, Codable {
    package var rule: String
    /// `error` or `warning`.
    package var severity: String
    package var summary: String
    package var detail: String
    package var address: String?
    package var file: String?
    package var line: Int?
    package var column: Int?
    /// What a repair would do or did; nil where none is certain.
    package var fix: String?
    /// What a person could do: an edit that loses something that was written, and is therefore never made by itself.
    package var offer: String?

    package init(_ diagnostic: Diagnostic, fix: String? = nil, offer: String? = nil) {
      rule = diagnostic.code
      severity = diagnostic.level.rawValue
      summary = diagnostic.summary
      detail = diagnostic.detail
      address = diagnostic.address
      file = diagnostic.range?.file
      line = diagnostic.range?.start.line
      column = diagnostic.range?.start.column
      self.fix = fix
      self.offer = offer
    }
  }

  /// What was checked, as the person named it.
  package var path: String
  package var valid: Bool
  package var verdict: Verdict
  /// Providers with the version of the schema: `hashicorp/aws 5.100.0`.
  package var checked: [String]
  /// What was not looked at, or not to the end: `hashicorp/aws (needs >= 7.0; here is 6.25.0)`, `module.network (…)`.
  package var unchecked: [String]
  package var findings: [Finding]
  /// What objects name and is not among them: a cluster may have it.
  package var outside: [String] = []
  /// What was repaired, with place and reason; empty unless a repair was asked for.
  package var repairs: [String] = []

  package init(path: String, verdict: Verdict, checked: [String], unchecked: [String], findings: [Finding]) {
    self.path = path
    valid = verdict == .valid
    self.verdict = verdict
    self.checked = checked
    self.unchecked = unchecked
    self.findings = findings
  }
}
