import Basics
import Vocabulary

extension AdviceReport {
  /// The report for programs, with the totals that people see.
  package func json() throws -> JSONValue {
    guard case .object(var members) = try JSONValue(encoding: self) else { return .null }
    let totals: JSONValue = [
      "monthly": .number(Self.cents(monthly)), "saving": .number(Self.cents(saving)),
      "reclaimable": .number(Self.cents(reclaimable)), "objected": .integer(refused.count),
      "first": .array(first.map { .string($0.fingerprint) }),
    ]
    members.append(JSONMember("totals", totals))
    return .object(members)
  }

  private static func cents(_ amount: Double) -> Double { (amount * 100).rounded() / 100 }
}
