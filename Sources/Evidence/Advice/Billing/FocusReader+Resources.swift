import HCL
import ResourceGraph

extension FocusReader {
  /// What the bill tells, for rules to be about.
  /// - Parameter source: the path of the file, for a report.
  package func resources(source: String) -> [Resource] {
    guard lines > 0, first <= last else { return [] }
    func observed(_ type: String, name: String, members: [String: Value]) -> Resource {
      Resource(
        observed: type, name: name,
        members.merging(period) { own, _ in own }.merging(["$source": .string(source)]) { own, _ in own })
    }
    var found = [
      observed(
        "focus_account", name: "bill", members: ["total": .number(total), "untagged": .number(untagged)])
    ]
    found += commitments.sorted { $0.key < $1.key }.map { id, one in
      observed(
        "focus_commitment", name: id,
        members: [
          "kind": .string(one.kind), "name": .string(one.name), "used": .number(one.used),
          "unused": .number(one.unused),
        ])
    }
    let span = last - first + 1
    found += onDemand.sorted { $0.key < $1.key }.map { key, one in
      // An hour without a line is an hour without use.
      let least = one.hours.count < span ? 0 : one.hours.values.min() ?? 0
      return observed(
        "focus_ondemand", name: key,
        members: [
          "description": .string(one.description), "region": .string(one.region), "least": .number(least),
          "hours": .number(Double(span)), "unit_price": .number(one.unitPrice), "total": .number(one.total),
        ])
    }
    found += transfers.sorted { $0.key < $1.key }.map { kind, one in
      let most = one.resources.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? ""
      return observed(
        "focus_transfer", name: kind,
        members: [
          "kind": .string(kind), "gb": .number(one.gb), "cost": .number(one.cost), "most": .string(most),
        ])
    }
    found += aurora.sorted { $0.key < $1.key }.map { resource, one in
      observed(
        "focus_aurora", name: resource,
        members: [
          "resource": .string(resource), "io": .number(one.io), "compute": .number(one.compute),
          "storage": .number(one.storage),
        ])
    }
    return found
      + services.sorted { $0.key < $1.key }.compactMap {
        service(name: $0.key, days: $0.value, observed: observed)
      }
  }

  private var period: [String: Value] {
    [
      "start": .string(CalendarDay(daysSince1970: first / 24).description),
      "end": .string(CalendarDay(daysSince1970: last / 24).description),
      "days": .number(Double(last / 24 - first / 24 + 1)),
    ]
  }

  /// The last whole day against the mean and the deviation of those before it.
  private func service(
    name: String, days: [Int: Double], observed: (String, String, [String: Value]) -> Resource
  ) -> Resource? {
    let begin = first / 24
    // A bill that ends in the middle of a day says little of that day.
    let end = last % 24 == 23 ? last / 24 : last / 24 - 1
    guard end > begin else { return nil }
    let before = (begin..<end).map { days[$0] ?? 0 }
    let mean = before.reduce(0, +) / Double(before.count)
    let variance = before.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(before.count)
    return observed(
      "focus_service", name,
      [
        "service": .string(name), "days": .number(Double(before.count + 1)), "mean": .number(mean),
        "deviation": .number(variance.squareRoot()), "last": .number(days[end] ?? 0),
        "last_day": .string(CalendarDay(daysSince1970: end).description),
      ])
  }
}
