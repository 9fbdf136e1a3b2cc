import Basics
import Vocabulary

extension CostReport {
  /// The report for programs. Amounts are of a month in `currency`; what is not known is null, never 0.
  package var json: JSONValue {
    var members: [JSONMember] = [
      JSONMember("path", value: .string(path)),
      JSONMember("currency", value: .string(estimate.currency)),
      JSONMember("priceBookDate", value: .string(estimate.priceBookDate)),
      JSONMember("resources", value: .array(estimate.resources.map(resource))),
      JSONMember("monthly", value: range(estimate)),
      JSONMember("coverage", value: .number(estimate.coverage)),
      JSONMember("unpriced", value: .array(estimate.unpriced.map(JSONValue.string))),
    ]
    if let before {
      members.append(
        JSONMember(
          "difference",
          value: [
            "monthly": amount(difference), "before": range(before),
            "resources": .array(
              changes.map { change in
                [
                  "address": .string(change.address), "before": amount(change.before),
                  "after": amount(change.after),
                  "difference": amount(change.difference),
                ]
              }),
          ]))
    }
    if !discounts.isEmpty {
      members.append(JSONMember("discounts", value: .array(discounts.map { .string($0.description) })))
    }
    if let bill {
      members.append(
        JSONMember(
          "bill",
          value: [
            "days": .number(bill.days), "others": amount(bill.others),
            "services": .array(bill.services.map(line)),
            "resources": .array(bill.resources.map(line)),
          ]))
    }
    members.append(JSONMember("problems", value: .array(faults.map { .string("\($0)") })))
    return .object(members)
  }

  private func line(_ line: BillComparison.Line) -> JSONValue {
    [
      "name": .string(line.name), "estimated": amount(line.estimated), "billed": amount(line.billed),
      "difference": amount(line.difference), "reasons": .array(line.reasons.map(JSONValue.string)),
    ]
  }

  private func range(_ estimate: PriceEstimate) -> JSONValue {
    ["low": amount(estimate.low), "expected": amount(estimate.monthly), "high": amount(estimate.high)]
  }

  private func resource(_ resource: PriceEstimate.Resource) -> JSONValue {
    var members: [JSONMember] = [
      JSONMember("address", value: .string(resource.address)),
      JSONMember("type", value: .string(resource.type)),
      JSONMember("status", value: .string(resource.status.rawValue)),
      JSONMember("monthly", value: amount(resource.monthly)),
      JSONMember("components", value: .array(resource.components.map(component))),
    ]
    if let low = resource.low { members.append(JSONMember("low", value: amount(low))) }
    if let high = resource.high { members.append(JSONMember("high", value: amount(high))) }
    if let factored = resource.byFactor {
      members.append(JSONMember("byFactor", value: .array(factored.map(JSONValue.string))))
    }
    if !resource.reason.isEmpty { members.append(JSONMember("reason", value: .string(resource.reason))) }
    return .object(members)
  }

  private func component(_ component: PriceEstimate.Component) -> JSONValue {
    var members: [JSONMember] = [
      JSONMember("name", value: .string(component.name)),
      JSONMember("quantity", value: component.quantity.map(JSONValue.number) ?? .null),
      JSONMember("unit", value: .string(component.unit)),
      JSONMember("unitPrice", value: component.unitPrice.map(JSONValue.number) ?? .null),
      JSONMember("monthly", value: component.monthly.map(JSONValue.number) ?? .null),
      JSONMember("status", value: .string(component.status.rawValue)),
    ]
    if let group = component.group { members.append(JSONMember("group", value: .string(group))) }
    if let reason = component.reason { members.append(JSONMember("reason", value: .string(reason))) }
    return .object(members)
  }

  /// Rounded to cents.
  private func amount(_ amount: Double?) -> JSONValue {
    amount.map { .number(($0 * 100).rounded() / 100) } ?? .null
  }
}
