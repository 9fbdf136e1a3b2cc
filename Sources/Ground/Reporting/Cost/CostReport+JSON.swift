import Basics
import Vocabulary

extension CostReport {
  /// The report for programs. Amounts are of a month in `currency`; what is not known is null, never 0.
  package var json: JSONValue {
    var members: [JSONMember] = [
      JSONMember("path", .string(path)),
      JSONMember("currency", .string(estimate.currency)),
      JSONMember("priceBookDate", .string(estimate.priceBookDate)),
      JSONMember("resources", .array(estimate.resources.map(resource))),
      JSONMember("monthly", range(estimate)),
      JSONMember("coverage", .number(estimate.coverage)),
      JSONMember("unpriced", .array(estimate.unpriced.map(JSONValue.string))),
    ]
    if let before {
      members.append(
        JSONMember(
          "difference",
          [
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
    members.append(JSONMember("problems", .array(faults.map { .string("\($0)") })))
    return .object(members)
  }

  private func range(_ estimate: PriceEstimate) -> JSONValue {
    ["low": amount(estimate.low), "expected": amount(estimate.monthly), "high": amount(estimate.high)]
  }

  private func resource(_ resource: PriceEstimate.Resource) -> JSONValue {
    var members: [JSONMember] = [
      JSONMember("address", .string(resource.address)), JSONMember("type", .string(resource.type)),
      JSONMember("status", .string(resource.status.rawValue)),
      JSONMember("monthly", amount(resource.monthly)),
      JSONMember("components", .array(resource.components.map(component))),
    ]
    if let low = resource.low { members.append(JSONMember("low", amount(low))) }
    if let high = resource.high { members.append(JSONMember("high", amount(high))) }
    if !resource.reason.isEmpty { members.append(JSONMember("reason", .string(resource.reason))) }
    return .object(members)
  }

  private func component(_ component: PriceEstimate.Component) -> JSONValue {
    var members: [JSONMember] = [
      JSONMember("name", .string(component.name)),
      JSONMember("quantity", component.quantity.map(JSONValue.number) ?? .null),
      JSONMember("unit", .string(component.unit)),
      JSONMember("unitPrice", component.unitPrice.map(JSONValue.number) ?? .null),
      JSONMember("monthly", component.monthly.map(JSONValue.number) ?? .null),
      JSONMember("status", .string(component.status.rawValue)),
    ]
    if let group = component.group { members.append(JSONMember("group", .string(group))) }
    if let reason = component.reason { members.append(JSONMember("reason", .string(reason))) }
    return .object(members)
  }

  /// Rounded to cents.
  private func amount(_ amount: Double?) -> JSONValue {
    amount.map { .number(($0 * 100).rounded() / 100) } ?? .null
  }
}
