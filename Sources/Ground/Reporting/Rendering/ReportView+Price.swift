import Basics
import Vocabulary

extension ReportView {
  /// What costs something first, the dearest on top; then what depends on use; then what has no price.
  var priced: [PriceEstimate.Resource] {
    report.price.resources.filter { $0.status != .free }.sorted { left, right in
      let (a, b) = (left.monthly ?? -1, right.monthly ?? -1)
      return a == b ? left.address < right.address : a > b
    }
  }

  func price(_ resource: PriceEstimate.Resource) -> JSONValue {
    let share = report.price.monthly > 0 ? (resource.monthly ?? 0) / report.price.monthly * 100 : 0
    let parts = resource.components.map { part in
      let rate = part.unitPrice.map { "$\(JSONValue.number($0).compact)" } ?? "?"
      return
        "\(part.group.map { "\($0) / " } ?? "")\(part.name): \(part.quantity.map { Money.decimal($0, places: 0) } ?? "by use") × \(rate)/\(part.unit)"
    }
    return [
      "address": .string(resource.address), "status": .string(resource.status.rawValue),
      "monthly": .string(resource.monthly.map(Money.text) ?? "–"),
      "share": .string(Money.decimal(share, places: 1)),
      "parts": .string(resource.components.isEmpty ? resource.reason : parts.joined(separator: "; ")),
    ]
  }

  var total: JSONValue {
    [
      "monthly": .string(Money.text(report.price.monthly)), "currency": .string(report.price.currency),
      "date": .string(report.price.priceBookDate),
      "coverage": .string(Money.percent(report.price.coverage)),
      "free": .integer(report.price.resources.count { $0.status == .free }),
    ]
  }
}
