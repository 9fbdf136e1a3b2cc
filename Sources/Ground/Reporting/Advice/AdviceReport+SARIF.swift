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
    var region: [JSONMember] = []
    if let line = advice.place.line { region.append(JSONMember("startLine", value: .integer(max(1, line)))) }
    var location: [JSONMember] = [
      JSONMember("artifactLocation", value: ["uri": .string(Self.uri(advice.place.file))])
    ]
    if !region.isEmpty { location.append(JSONMember("region", value: .object(region))) }
    return [
      "ruleId": .string(advice.rule), "level": .string(advice.counted > 0 ? "warning" : "note"),
      "message": [
        "text": .string(
          "\(advice.title): \(advice.address). \(amount)\(advice.evidence.joined(separator: " "))\(objections)"
        )
      ],
      "locations": [["physicalLocation": .object(location)]],
      "partialFingerprints": ["consilium/v1": .string(advice.fingerprint)],
    ]
  }

  /// A path as a relative reference: what a URI may not hold is escaped.
  private static func uri(_ path: String) -> String {
    path.utf8.map { byte in
      let isPlain =
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || "-._~/".utf8.contains(byte)
      let hexadecimal = String(byte, radix: 16, uppercase: true)
      return isPlain ? String(UnicodeScalar(byte)) : "%" + (hexadecimal.count == 1 ? "0" : "") + hexadecimal
    }.joined()
  }
}
