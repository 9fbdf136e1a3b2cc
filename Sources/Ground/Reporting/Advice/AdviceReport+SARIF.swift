import Basics
import Vocabulary

extension AdviceReport {
  /// The advice as a SARIF 2.1.0 log (OASIS), for code scanning: what can be patched stands at its line.
  package func sarif(version: String) -> String {
    let rules = Dictionary(recommendations.map { ($0.rule, $0.title) }) { first, _ in first }.sorted {
      $0.key < $1.key
    }
    return SARIFLog.text(
      version: version,
      rules: rules.map { ["id": .string($0.key), "shortDescription": ["text": .string($0.value)]] },
      results: recommendations.map(result))
  }

  private func result(_ advice: Recommendation) -> JSONValue {
    let amount = advice.saving.monthly.map { "Saves \(Money.text($0)) a month. " } ?? ""
    let objections = advice.objections.map { " \($0.role) objects: \($0.reason)" }.joined()
    return [
      "ruleId": .string(advice.rule), "level": .string(advice.counted > 0 ? "warning" : "note"),
      "message": [
        "text": .string(
          "\(advice.title): \(advice.address). \(amount)\(advice.evidence.joined(separator: " "))\(objections)"
        )
      ],
      "locations": SARIFLog.locations(file: advice.place.file, line: advice.place.line),
      "partialFingerprints": ["consilium/v1": .string(advice.fingerprint)],
    ]
  }
}
