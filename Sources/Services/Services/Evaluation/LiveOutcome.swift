import Basics
import Reporting
import Vocabulary

/// What one request came to in one mode.
package struct LiveOutcome: Sendable, Codable {
  package var id: String
  package var mode: Request.Mode
  /// `valid`: every stage that there is passed, `validate` of the tool where it is here; `unchecked`: none failed and some could not
  /// run; `invalid`; `failed`: there is no answer.
  package var verdict: Verdict
  /// Why there is no answer, or which stages failed; empty for neither.
  package var reason: String
  /// Requirements by what the checks say of them.
  package var met: Int
  package var unmet: Int
  package var unknown: Int
  package var calls: Int
  package var tokens: Int
  /// US dollars; nil where a call had no price.
  package var dollars: Double?
  package var seconds: Double

  package enum Verdict: String, Sendable, Codable {
    case valid, unchecked, invalid, failed
  }

  /// Whether nothing fails and all that was asked for is shown to be there.
  package var isRight: Bool { verdict == .valid && unmet == 0 && unknown == 0 && met > 0 }

  init(_ report: Report, id: String) {
    let failed = report.validation.filter { $0.status == .failed }
    let isWhole = !report.validation.isEmpty && report.validation.allSatisfy { $0.status == .passed }
    func count(_ status: Coverage.Status) -> Int {
      report.brief.requirements.filter { $0.status == status }.count
    }
    self.id = id
    mode = report.mode
    verdict = failed.isEmpty ? (isWhole ? .valid : .unchecked) : .invalid
    reason = failed.map { "\($0.stage): \($0.detail.prefix(200))" }.joined(separator: "; ")
    (met, unmet) = (count(.met), count(.unmet))
    unknown = report.brief.requirements.count - met - unmet
    (calls, tokens, seconds) = (report.usage.calls, report.usage.tokens, report.usage.seconds)
    dollars = report.usage.unpricedCalls == nil ? report.usage.usd : nil
  }

  /// A run without an answer; what it had used is not known here.
  init(failing reason: String, id: String, mode: Request.Mode) {
    self.id = id
    self.mode = mode
    self.reason = reason
    verdict = .failed
    (met, unmet, unknown, calls, tokens, dollars, seconds) = (0, 0, 0, 0, 0, nil, 0)
  }
}
