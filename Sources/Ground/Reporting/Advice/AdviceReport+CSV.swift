import Basics
import Vocabulary

extension AdviceReport {
  private static let columns = [
    "fingerprint", "status", "rule", "number", "action", "estate", "address", "file", "line", "monthly",
    "basis",
    "counted", "confidence", "effort", "risk", "reversible", "objections", "evidence", "formula",
  ]

  /// One line for each advice, for a spreadsheet.
  package func csv() -> String {
    let new = newFingerprints
    let rows = recommendations.map { advice -> [String] in
      [
        advice.fingerprint, status(of: advice, new: new), advice.rule, "\(advice.number)",
        advice.action.rawValue,
        advice.estate,
        advice.address, advice.place.file, advice.place.line.map(String.init) ?? "",
        advice.saving.monthly.map { Money.decimal($0, places: 2) } ?? "", advice.saving.basis.rawValue,
        Money.decimal(advice.counted, places: 2), advice.confidence.rawValue, advice.effort.rawValue,
        advice.risk.rawValue, advice.isReversible ? "yes" : "no",
        advice.objections.map { "\($0.by): \($0.reason)" }.joined(separator: " · "),
        advice.evidence.joined(separator: " "), advice.formula,
      ]
    }
    return ([Self.columns] + rows).map { $0.map(Self.cell).joined(separator: ",") + "\r\n" }.joined()
  }

  /// What is given for the first time; nil where nothing is remembered.
  var newFingerprints: Set<String>? { changes.map { Set($0.new) } }

  /// `new`, `open`, or `advised` where nothing is remembered.
  func status(of advice: Recommendation, new: Set<String>?) -> String {
    new.map { $0.contains(advice.fingerprint) ? "new" : "open" } ?? "advised"
  }

  /// Quoted where it has to be; what a spreadsheet would take for a formula is kept a text.
  private static func cell(_ text: String) -> String {
    let isFormula = text.first.map { "=+-@\t".contains($0) } ?? false
    let safe = isFormula ? "'" + text : text
    guard safe.contains(where: { ",\"\r\n".contains($0) }) else { return safe }
    return "\"\(safe.replacing("\"", with: "\"\""))\""
  }
}
