import Experts
import Basics
import Vocabulary

/// A draft under revision: the choices it stands on, the remedies applied to its text, and what the checks say about it.
struct Proposal {
  /// Choice texts by topic.
  var choices: [String: String]
  /// Findings whose rule's remedy is applied, in order.
  var remedies: [String]
  private(set) var plan: DraftPlan
  private(set) var files: [Artifact]
  private(set) var evidence: Evidence
  /// What each remedy changed, by finding.
  private(set) var changes: [String: String] = [:]

  /// Plans, renders and examines the whole anew.
  init(
    choices: [String: String], remedies: [String], intent: Intent, assignment: RevisionAssignment,
    drafter: Drafter, workbench: any Workbench
  ) throws(ExpertError) {
    self.choices = choices
    self.remedies = remedies
    plan = try drafter.plan(intent, priority: assignment.agent.priority, overrides: choices)
    files = try drafter.files(plan)
    evidence = workbench.examine(files, brief: assignment.brief)
    for id in remedies {
      guard let finding = evidence.findings.first(where: { $0.id == id }),
        let remedied = workbench.remedy(finding, in: files)
      else { continue }
      files = workbench.formatted(remedied.files)
      changes[id] = remedied.change
      evidence = workbench.examine(files, brief: assignment.brief)
    }
  }

  var price: Double { evidence.price.monthly }

  func has(_ finding: String) -> Bool {
    evidence.findings.contains { $0.id == finding && $0.outcome == .fail }
  }

  /// What got worse against an earlier state: requirements no longer met, new high or critical findings, a failed check.
  func regressions(since earlier: Proposal) -> [String] {
    var words: [String] = []
    let met = Set(earlier.evidence.coverage.filter { $0.status == .met }.map(\.requirement))
    for coverage in evidence.coverage where coverage.status == .unmet && met.contains(coverage.requirement) {
      words.append("\(coverage.requirement) would no longer be met")
    }
    let known = Set(earlier.evidence.findings.map(\.id))
    for finding in evidence.findings
    where finding.outcome == .fail && finding.severity >= .high && !known.contains(finding.id) {
      words.append("it would bring the \(finding.severity.rawValue) finding \(finding.id)")
    }
    if earlier.evidence.isValid, !evidence.isValid {
      words.append("the draft would no longer pass its checks")
    }
    return words
  }
}
