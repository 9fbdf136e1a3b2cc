import Basics
import HCL
import ResourceGraph
import Vocabulary

/// Holds an estimate against bills in FOCUS format: which resource is billed how much, and why that is not what was estimated.
package struct BillReconciliation {
  private let tables: AdviceTables
  private var billed: [String: BilledResource] = [:]
  /// The keys of `billed` by what a resource may be called there.
  private var byName: [String: [String]] = [:]
  private var others = 0.0
  private var first = Int.max
  private var last = Int.min

  /// - Parameter paths: of bills, which are taken together.
  /// - Throws: `Diagnostic` for a file that is no bill, or for tables that are broken.
  package init(paths: [String]) throws {
    tables = try AdviceBook.builtIn().tables
    for path in paths {
      let reader = try FocusReader(path: path)
      billed.merge(reader.billed) { $0.joined(with: $1) }
      others += reader.others
      first = min(first, reader.first)
      last = max(last, reader.last)
    }
    for (key, one) in billed { for name in one.names { byName[name, default: []].append(key) } }
  }

  /// - Parameter graph: what was estimated; its identifiers lead to lines of the bill.
  package func comparison(with estimate: PriceEstimate, graph: ResourceGraph) -> BillComparison {
    let days = last >= first ? Double(last / 24 - first / 24 + 1) : 0
    let month = days > 0 ? 730 / 24 / days : 0
    var matched: Set<String> = []
    var resources: [BillComparison.Line] = []
    var services: [String: (estimated: Double, billed: Double, reasons: [String])] = [:]
    for one in estimate.resources where one.status != .free {
      let keys = Set((graph[one.address].map { names(of: $0) } ?? []).flatMap { byName[$0] ?? [] })
      let lines = billed.filter(keys: keys.subtracting(matched))
      matched.formUnion(lines.keys)
      let sum = lines.isEmpty ? nil : lines.values.reduce(0) { $0 + $1.cost } * month
      let reasons = reasons(one, lines: Array(lines.values), days: days)
      resources.append(
        BillComparison.Line(name: one.address, estimated: one.monthly, billed: sum, reasons: reasons))
      let service = lines.values.first?.service ?? service(of: one.type)
      services[service, default: (0, 0, [])].estimated += one.monthly ?? 0
      if lines.isEmpty { services[service]?.reasons.append("no line of the bill names \(one.address)") }
    }
    for (key, line) in billed.sorted(by: { $0.key < $1.key }) {
      services[line.service, default: (0, 0, [])].billed += line.cost * month
      guard !matched.contains(key), line.cost * month >= 0.005 else { continue }
      let name = line.resource.isEmpty ? "\(line.service), without a resource" : line.resource
      services[line.service]?.reasons.append("\(name) is not in the estimate")
      resources.append(
        BillComparison.Line(
          name: name, estimated: nil, billed: line.cost * month, reasons: ["it is not in the estimate"]))
    }
    return BillComparison(
      days: days,
      services: services.map { name, one in
        BillComparison.Line(
          name: name, estimated: one.estimated, billed: one.billed,
          reasons: Self.few(one.reasons))
      }.sorted { (abs($1.difference), $0.name) < (abs($0.difference), $1.name) },
      resources: resources.sorted { (abs($1.difference), $0.name) < (abs($0.difference), $1.name) },
      others: others * month)
  }

  /// What a bill may know a resource by, the surest first.
  private func names(of resource: Resource) -> [String] {
    ["arn", "id", "identifier", "bucket", "function_name", "name"].compactMap {
      resource.attributes[$0]?.text
    }.filter { $0.count > 2 }
  }

  private func service(of type: String) -> String {
    var words = type.split(separator: "_").map(String.init)
    while !words.isEmpty {
      if let row = tables.row("bill_services", key: words.joined(separator: "_")), let name = row["service"] {
        return name
      }
      words.removeLast()
    }
    return "other (\(type))"
  }

  private func reasons(_ one: PriceEstimate.Resource, lines: [BilledResource], days: Double) -> [String] {
    guard !lines.isEmpty else {
      return [
        "the bill has no line that names it: it did not run, is billed under another name, or the bill names none"
      ]
    }
    var reasons: [String] = []
    let byUse = one.components.filter { $0.status == .usage }.map(\.name)
    if !byUse.isEmpty {
      reasons.append(
        "the estimate has no amount of \(byUse.prefix(3).joined(separator: ", ")): give a usage file")
    }
    if one.status == .unpriced { reasons.append("the estimate has no price of it: \(one.reason)") }
    let (list, cost) = lines.reduce((0.0, 0.0)) { ($0.0 + $1.list, $0.1 + $1.cost) }
    if list > 0, cost < list * 0.995 {
      let share = ((1 - cost / list) * 1000).rounded() / 10
      let committed = lines.contains { $0.isCommitted }
      reasons.append(
        "the bill is \(share) % below list\(committed ? ", by a commitment" : ", by what was agreed")")
    }
    let hours = lines.reduce(0) { $0 + $1.hours }
    if hours > 0, days > 0, hours < days * 24 * 0.95, one.components.contains(where: { $0.unit == "hours" }) {
      reasons.append("it ran \(Int(saturating: hours)) of \(Int(saturating: days * 24)) hours")
    }
    return reasons
  }

  private static func few(_ reasons: [String]) -> [String] {
    reasons.count > 5 ? reasons.prefix(4) + ["and \(reasons.count - 4) more"] : reasons
  }
}

extension [String: BilledResource] {
  fileprivate func filter(keys: Set<String>) -> [String: BilledResource] {
    keys.reduce(into: [:]) { $0[$1] = self[$1] }
  }
}
