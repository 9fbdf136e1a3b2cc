import Basics

/// One result of a deterministic check.
package struct Finding: Hashable, Sendable, Codable {
  package enum Outcome: String, Sendable, Codable {
    case fail
    /// Not decidable from the configuration alone; never counted as a pass.
    case unknown
  }

  /// Whose concern it is: the agent with that `focus` raises it.
  package enum Category: String, Sendable, Codable, CaseIterable {
    case security, reliability, cost, operations, correctness
  }

  package var rule: String
  package var severity: Severity
  package var category: Category
  package var outcome: Outcome
  /// `aws_db_instance.main`, `Deployment/default/web`.
  package var address: String
  package var range: SourceRange?
  /// A fixed phrase: the rule's title.
  package var summary: String
  /// What is wrong here, with the values seen.
  package var evidence: String
  /// What to do; the rule may be able to do it.
  package var remedy: String
  /// What only a person can supply before anybody could remedy it, as a domain name; nil for everything else. Such a
  /// finding is a question to the person, not a reason for a veto.
  package var awaits: String?

  package init(
    rule: String, severity: Severity, category: Category, outcome: Outcome = .fail, address: String,
    range: SourceRange? = nil, summary: String, evidence: String, remedy: String = "", awaits: String? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.category = category
    self.outcome = outcome
    self.address = address
    self.range = range
    self.summary = summary
    self.evidence = evidence
    self.remedy = remedy
    self.awaits = awaits
  }

  /// Stable within a draft and across its revisions: what is wrong and where.
  package var id: String { "\(rule)@\(address)" }
}
