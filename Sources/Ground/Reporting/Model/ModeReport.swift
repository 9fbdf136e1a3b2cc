import Basics
import Vocabulary

/// What one mode would have answered, on the same drafts.
package struct ModeReport: Sendable, Codable {
  package var mode: Request.Mode
  package var draft: String
  package var valid: Bool
  package var met: Int
  package var unmet: Int
  package var monthly: Double
  /// Failing findings by severity.
  package var findings: [String: Int]

  package init(mode: Request.Mode, draft: String, evidence: Evidence) {
    self.mode = mode
    self.draft = draft
    valid = evidence.isValid
    met = evidence.coverage.count { $0.status == .met }
    unmet = evidence.unmet.count
    monthly = evidence.price.monthly
    let failing = evidence.findings.filter { $0.outcome == .fail }
    findings = Dictionary(grouping: failing, by: \.severity.rawValue).mapValues(\.count)
  }
}
