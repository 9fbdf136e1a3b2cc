import Basics
import Vocabulary

extension CostReport {
  /// The report as Markdown for a pull request, the difference first where there is one.
  package func markdown() throws -> String { try PageTemplate.markdown("cost.md", values: values) }

  /// The report as one self-contained HTML page: no script, no address it would load.
  package func html() throws -> String { try PageTemplate.html("cost.html", values: values) }

  private var values: JSONValue {
    [
      "path": .string(path), "total": .string(total), "coverage": .string(coverage),
      "date": .string(estimate.priceBookDate), "hasDifference": .bool(before != nil),
      "difference": .string(difference.map(Self.signed) ?? ""),
      "before": .string(before.map { Money.text($0.monthly) } ?? ""),
      "changes": .array(changes.map(change)), "hasChanges": .bool(!changes.isEmpty),
      "resources": .array(ordered.map(resource)), "hasResources": .bool(!chargeable.isEmpty),
      "unpriced": .array(
        chargeable.filter { $0.status == .unpriced }.map {
          ["address": .string($0.address), "reason": .string($0.reason)]
        }),
      "hasUnpriced": .bool(!estimate.unpriced.isEmpty),
      "ranges": .array(
        ordered.filter { Self.range(of: $0) != nil }.map {
          [
            "address": .string($0.address), "low": .string(Money.text($0.low ?? 0)),
            "expected": .string($0.monthly.map(Money.text) ?? "–"), "high": .string(Money.text($0.high ?? 0)),
          ]
        }),
      "hasRanges": .bool(chargeable.contains { Self.range(of: $0) != nil }),
      "factored": .string(factored ?? ""), "hasFactored": .bool(factored != nil),
      "problems": .array(faults.map { .string("\($0)") }), "hasProblems": .bool(!faults.isEmpty),
    ]
  }

  /// The dearest first.
  private var ordered: [PriceEstimate.Resource] {
    chargeable.sorted { left, right in
      let (a, b) = (left.monthly ?? -1, right.monthly ?? -1)
      return a == b ? left.address < right.address : a > b
    }
  }

  private func change(_ change: Change) -> JSONValue {
    [
      "address": .string(change.address), "before": .string(change.before.map(Money.text) ?? "–"),
      "after": .string(change.after.map(Money.text) ?? "–"),
      "difference": .string(Self.signed(change.difference)),
    ]
  }

  private func resource(_ resource: PriceEstimate.Resource) -> JSONValue {
    [
      "address": .string(resource.address), "monthly": .string(resource.monthly.map(Money.text) ?? "–"),
      "status": .string(resource.status.rawValue),
      "components": .array(resource.components.map(component)),
    ]
  }

  private func component(_ component: PriceEstimate.Component) -> JSONValue {
    let cost =
      switch component.status {
      case .usage: "depends on usage"
      case .unpriced: "not priced"
      case .priced, .free: Money.text(component.monthly ?? 0)
      }
    return [
      "name": .string(component.group.map { "\($0) / \(component.name)" } ?? component.name),
      "quantity": .string(component.quantity.map(CostFigures.quantity) ?? "–"),
      "unit": .string(component.unit),
      "price": .string(component.unitPrice.map(CostFigures.price) ?? "–"), "cost": .string(cost),
      "status": .string(component.status.rawValue),
    ]
  }
}
