import Basics
import HCL

/// What a price model returned, flattened.
struct PriceLines {
  private(set) var lines: [PriceLine] = []
  /// Why the model gives no price at all.
  private(set) var reasons: [String] = []

  init(_ value: Value) {
    collect(value, group: nil)
  }

  /// A mistake of the model itself, which makes its sum worth nothing.
  mutating func add(mistake: Diagnostic) {
    reasons.append("a mistake in its price model: \(mistake)")
  }

  /// What is null is not there; what is unknown may cost something.
  private mutating func collect(_ value: Value, group: String?) {
    switch value {
    case .list(let items):
      for item in items { collect(item, group: group) }
    case .object(let members):
      if let reason = members["unpriced"]?.text {
        reasons.append(reason)
      } else if let name = members["group"]?.text {
        collect(members["items"] ?? .null, group: group.map { "\($0) / \(name)" } ?? name)
      } else {
        lines.append(
          PriceLine(
            group: group, name: members["name"]?.text ?? "Cost with a name known only after apply",
            unit: members["unit"]?.text ?? "", quantity: members["quantity"] ?? .null,
            price: members["price"] ?? .null, isUsage: members["usage"]?.bool ?? false))
      }
    case .unknown:
      reasons.append("what it costs depends on values that are known only after apply")
    default: break
    }
  }
}
