import Basics
import Vocabulary

extension AdviceReport {
  /// The report for programs, with the totals that people see. Each advice is a line of its own: there may be many, and
  /// they are never all in memory twice.
  package func json() throws -> String {
    var rest = self
    rest.recommendations = []
    guard case .object(let members) = try JSONValue(encoding: rest) else { return "{}" }
    var text = "{\n"
    for member in members where member.key != "recommendations" {
      text += "  \(JSONValue.string(member.key).compact): \(member.value.compact),\n"
    }
    text += "  \"totals\": \(totals.compact),\n  \"recommendations\": ["
    let new = newFingerprints
    for (index, advice) in recommendations.enumerated() {
      guard case .object(var members) = try JSONValue(encoding: advice) else { continue }
      members.append(JSONMember("counted", value: .number(advice.counted)))
      members.append(JSONMember("status", value: .string(status(of: advice, new: new))))
      text += (index == 0 ? "\n    " : ",\n    ") + JSONValue.object(members).compact
    }
    return text + (recommendations.isEmpty ? "]\n}\n" : "\n  ]\n}\n")
  }

  private var totals: JSONValue {
    [
      "monthly": .number(Self.cents(monthly)), "saving": .number(Self.cents(saving)),
      "patched": .number(Self.cents(patched)),
      "reclaimable": .number(Self.cents(reclaimable)), "objected": .integer(refused.count),
      "first": .array(first.map { .string($0.fingerprint) }),
    ]
  }

  private static func cents(_ amount: Double) -> Double { (amount * 100).rounded() / 100 }
}
