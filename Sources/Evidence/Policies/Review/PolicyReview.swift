import Basics
import ResourceGraph
import Vocabulary

/// What rules find in what exists, less what a person has accepted.
package struct PolicyReview: Sendable {
  /// A finding with the waiver that covers it.
  package struct Waived: Hashable, Sendable {
    package let finding: Finding
    package let waiver: Waiver
  }

  /// A rule that could not be decided, with everything it could not be decided on.
  package struct Undecided: Hashable, Sendable {
    package let rule: String
    package let summary: String
    package let severity: Severity
    package let addresses: [String]
  }

  /// What fails, gravest first, and then in source order.
  package private(set) var findings: [Finding] = []
  package private(set) var undecided: [Undecided] = []
  package private(set) var waived: [Waived] = []
  /// Waivers whose day is past: what they covered counts again.
  package let expired: [Waiver]
  /// Waivers that cover nothing any more.
  package let unused: [Waiver]

  /// - Parameters:
  ///   - findings: of rules, undecided ones among them.
  ///   - day: today.
  package init(_ findings: [Finding], waivers: [Waiver], day: CivilDate) {
    let valid = waivers.filter { !$0.isOver(on: day) }
    expired = waivers.filter { $0.isOver(on: day) }
    var used: Set<Waiver> = []
    var open: [String: [Finding]] = [:]
    for finding in findings {
      if let waiver = valid.first(where: { $0.covers(finding) }) {
        used.insert(waiver)
        waived.append(Waived(finding: finding, waiver: waiver))
      } else if finding.outcome == .unknown {
        open[finding.rule, default: []].append(finding)
      } else {
        self.findings.append(finding)
      }
    }
    unused = valid.filter { !used.contains($0) }
    self.findings = self.findings.enumerated().sorted { left, right in
      left.element.severity == right.element.severity
        ? left.offset < right.offset : left.element.severity > right.element.severity
    }.map(\.element)
    undecided = open.values.compactMap { same in
      same.first.map {
        Undecided(
          rule: $0.rule, summary: $0.summary, severity: $0.severity, addresses: same.map(\.address))
      }
    }.sorted { ($1.severity, $0.rule) < ($0.severity, $1.rule) }
  }
}
