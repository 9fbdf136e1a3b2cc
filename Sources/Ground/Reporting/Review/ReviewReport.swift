import Basics

/// What `consilium review` says of what exists.
package struct ReviewReport: Sendable, Codable {
  /// One thing a rule finds wrong.
  package struct Finding: Sendable, Codable {
    package var rule: String
    package var severity: Severity
    package var category: String
    package var address: String
    package var file: String?
    package var line: Int?
    package var summary: String
    /// What is wrong here, with the values seen.
    package var evidence: String
    package var why: String
    package var remedy: String
    package var references: [String]
    /// The change that makes the rule pass, as a unified difference; nil where none is certain.
    package var patch: String?

    package init(
      rule: String, severity: Severity, category: String, address: String, range: SourceRange?,
      summary: String, evidence: String, why: String, remedy: String, references: [String], patch: String?
    ) {
      self.rule = rule
      self.severity = severity
      self.category = category
      self.address = address
      file = range?.file
      line = range?.start.line
      self.summary = summary
      self.evidence = evidence
      self.why = why
      self.remedy = remedy
      self.references = references
      self.patch = patch
    }
  }

  /// A rule that values known only later decide, once for all it is about.
  package struct Undecided: Sendable, Codable {
    package var rule: String
    package var severity: Severity
    package var summary: String
    package var addresses: [String]

    package init(rule: String, severity: Severity, summary: String, addresses: [String]) {
      self.rule = rule
      self.severity = severity
      self.summary = summary
      self.addresses = addresses
    }
  }

  /// A finding that a person has accepted.
  package struct Waived: Sendable, Codable {
    package var finding: Finding
    package var reason: String
    package var approver: String
    package var expires: String

    package init(finding: Finding, reason: String, approver: String, expires: String) {
      self.finding = finding
      self.reason = reason
      self.approver = approver
      self.expires = expires
    }
  }

  package var path: String
  /// How many resources and objects were looked at.
  package var resources: Int
  /// How many rules were asked.
  package var rules: Int
  package var findings: [Finding]
  package var undecided: [Undecided] = []
  package var waived: [Waived] = []
  /// What is not well about waivers: those whose day is past, those that cover nothing.
  package var notes: [String] = []
  /// What was not looked at, with the reason.
  package var unread: [String] = []

  /// The changes of all findings together, as one unified difference; nil where none was asked for.
  package var patch: String?

  package init(path: String, resources: Int, rules: Int, findings: [Finding]) {
    self.path = path
    self.resources = resources
    self.rules = rules
    self.findings = findings
  }

  /// 3 where something is as grave as that or graver; 5 where something could not be decided or was not read; 0 otherwise.
  package func exitStatus(failingFrom severity: Severity) -> ExitStatus {
    if findings.contains(where: { $0.severity >= severity }) { return .refused }
    let isOpen = undecided.contains { $0.severity >= severity }
    return isOpen || !unread.isEmpty || resources == 0 ? .undecided : .done
  }
}
