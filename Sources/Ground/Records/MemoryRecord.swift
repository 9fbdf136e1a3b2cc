import Basics

/// One thing remembered of a run.
package struct MemoryRecord: Sendable, Hashable, Codable {
  /// How far its words may be believed.
  package enum Trust: String, Sendable, Codable, CaseIterable {
    /// Worked out by checks: what was chosen, at which price, with which findings.
    case checked
    /// Words that a model or a person wrote: kept, shown to people, never handed to an agent until someone releases it.
    case quarantined
    /// Quarantined words that a person has read and released.
    case released
  }

  /// What later became of the run's bundle.
  package enum Outcome: String, Sendable, Codable, CaseIterable {
    /// Nothing happened to it yet.
    case open
    case planned, applied
    /// An apply of it failed.
    case failed
    /// It could not be planned.
    case planFailed = "plan-failed"
    /// Advice that was followed: what it foretold was saved.
    case realised

    /// Whether it turned out wrong.
    package var isDisproved: Bool { self == .failed || self == .planFailed }
  }

  package var id: String
  package var run: String
  /// RFC 3339, UTC.
  package var created: String
  /// `decision` for what was chosen, `rationale` for why, `advice` for what a night foretold.
  package var kind: String
  package var title: String
  package var text: String
  /// What it rests on: requirement coverage, price, findings.
  package var evidence: JSONValue
  /// 0 to 1.
  package var importance: Double
  package var trust: Trust
  /// Worked out from plans and applies when it is read; what is kept is always `open`.
  package var outcome: Outcome

  package init(
    id: String, run: String, created: String, kind: String, title: String, text: String, evidence: JSONValue,
    importance: Double, trust: Trust, outcome: Outcome = .open
  ) {
    self.id = id
    self.run = run
    self.created = created
    self.kind = kind
    self.title = title
    self.text = text
    self.evidence = evidence
    self.importance = importance
    self.trust = trust
    self.outcome = outcome
  }
}
