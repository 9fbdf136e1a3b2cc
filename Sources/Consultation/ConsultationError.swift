/// Why a consultation ended without a verdict.
package struct ConsultationError: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Code: String, Sendable, Codable {
    case noDraft = "consultation.no-draft"
    case lostRequirement = "consultation.lost-requirement"
    case budget = "consultation.budget"
    case stepFailed = "consultation.step-failed"
    case notJournalled = "consultation.not-journalled"
    case crewChanged = "consultation.crew-changed"
  }

  package var code: Code
  package var summary: String
  package var detail: String

  package init(_ code: Code, summary: String, detail: String) {
    self.code = code
    self.summary = summary
    self.detail = detail
  }

  package var description: String { "\(summary): \(detail)" }
}
