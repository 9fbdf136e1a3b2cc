import Reporting
import Vocabulary

/// A line of a report that waits for words of a person: a requirement that is not met, or a question.
package struct OpenLine: Hashable, Sendable {
  /// `REQ-7` of a requirement, `Q-1` of the first question.
  package let id: String
  package let text: String
  /// `unmet` or `unknown`; nil of a question.
  package let status: Coverage.Status?
  /// Why it is open; empty of a question.
  package let reason: String

  /// The lines of a report, in its order: requirements first.
  package static func lines(of brief: BriefReport) -> [OpenLine] {
    let requirements = brief.requirements.filter { $0.status != .met }.map {
      OpenLine(id: $0.id, text: $0.text, status: $0.status, reason: $0.reason)
    }
    let questions = brief.questions.enumerated().map { index, question in
      OpenLine(id: "Q-\(index + 1)", text: question, status: nil, reason: "")
    }
    return requirements + questions
  }
}
