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
    for (index, advice) in recommendations.enumerated() {
      text += (index == 0 ? "\n    " : ",\n    ") + (try JSONValue(encoding: advice).compact)
    }
    return text + (recommendations.isEmpty ? "]\n}\n" : "\n  ]\n}\n")
  }

  private var totals: JSONValue {
    [
      "monthly": .number(Self.cents(monthly)), "saving": .number(Self.cents(saving)),
      "reclaimable": .number(Self.cents(reclaimable)), "objected": .integer(refused.count),
      "first": .array(first.map { .string($0.fingerprint) }),
    ]
  }

  private static func cents(_ amount: Double) -> Double { (amount * 100).rounded() / 100 }
}
