import Basics
import Vocabulary

extension ReportView {
  /// A stretch of the request with where it went.
  func placement(_ placement: Placement) -> JSONValue {
    [
      "text": .string(placement.text), "place": .string(placement.place.rawValue),
      "status": .string(status(of: placement)),
      "lines": .string(placement.lines.joined(separator: ", ")), "hasLines": .bool(!placement.lines.isEmpty),
      "why": .string(why(placement)), "isContext": .bool(placement.place == .context),
    ]
  }

  /// The worst standing of the requirements that the words became; the place itself where there are none.
  private func status(of placement: Placement) -> String {
    let standing = report.brief.requirements.filter { placement.lines.contains($0.id) }.map(\.status)
    for status in [Coverage.Status.unmet, .unknown, .met] where standing.contains(status) {
      return status.rawValue
    }
    return placement.place.rawValue
  }

  private func why(_ placement: Placement) -> String {
    switch placement.place {
    case .context: placement.reason ?? "context"
    case .preference: "a preference"
    case .constraint, .claim, .notCovered:
      "\(status(of: placement)): \(placement.lines.joined(separator: ", "))"
    }
  }

  /// "80 % covered × 95 % evidence × 1 calibration", empty in reports of versions without it.
  var confidenceParts: String {
    guard let parts = report.verdict.parts else { return "" }
    return
      "\(Money.percent(parts.coverage)) covered × \(Money.percent(parts.evidence)) evidence × \(Money.decimal(parts.calibration, places: 2)) calibration"
  }
}
