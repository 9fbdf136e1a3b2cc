import Basics
import Tables

/// Reads a bill in FOCUS format, line by line, and sums up what rules ask for.
package struct FocusReader {
  private(set) var services: [String: [Int: Double]] = [:]
  private(set) var commitments: [String: Commitment] = [:]
  private(set) var onDemand: [String: OnDemand] = [:]
  private(set) var transfers: [String: Transfer] = [:]
  private(set) var aurora: [String: Aurora] = [:]
  /// By service and resource.
  private(set) var billed: [String: BilledResource] = [:]
  /// Taxes, credits, purchases and adjustments.
  private(set) var others = 0.0
  private(set) var total = 0.0
  private(set) var untagged = 0.0
  private(set) var first = Int.max
  private(set) var last = Int.min
  /// Lines of charges that were read.
  package private(set) var lines = 0

  struct Commitment {
    var kind: String
    var name: String
    var used = 0.0
    var unused = 0.0
  }

  struct OnDemand {
    var description: String
    var region: String
    var unitPrice: Double
    var hours: [Int: Double] = [:]
    var total = 0.0
  }

  struct Transfer {
    var gb = 0.0
    var cost = 0.0
    var resources: [String: Double] = [:]
  }

  struct Aurora {
    var io = 0.0
    var compute = 0.0
    var storage = 0.0
  }

  /// - Throws: a `Diagnostic` where the file cannot be read or is none in FOCUS format.
  package init(path: String) throws {
    do {
      try read(CSVFile(path: path, dialect: .lenient), path: path)
    } catch let fault as CSVFault {
      throw Self.fault(path, line: fault.line, detail: "\(fault)")
    }
  }

  private mutating func read(_ file: CSVFile, path: String) throws {
    guard let header = try file.next() else {
      throw Self.fault(path, line: 1, detail: "The file is empty.")
    }
    let names = header.cells.enumerated().map { ($0.element.filter { $0 != "\u{FEFF}" }, $0.offset) }
    let columns = Dictionary(names) { first, _ in first }
    let missing = FocusLine.required.filter { columns[$0] == nil }
    guard missing.isEmpty else {
      throw Self.fault(
        path, line: 1,
        detail: "A bill in FOCUS format has the columns \(missing.joined(separator: ", ")) too.")
    }
    while let row = try file.next() {
      if row.isEmpty { continue }
      guard row.cells.count == header.cells.count else {
        throw Self.fault(
          path, line: row.line,
          detail: "The line has \(row.cells.count) fields and the first one \(header.cells.count).")
      }
      let line = FocusLine(cells: row.cells, columns: columns)
      if let fault = line.fault { throw Self.fault(path, line: row.line, detail: fault) }
      add(line)
    }
  }

  private static func fault(_ path: String, line: Int, detail: String) -> Diagnostic {
    Diagnostic(
      code: "advice.focus", summary: "Not a bill in FOCUS format", detail: detail,
      range: SourceRange(file: path, start: SourcePosition(line: line, column: 1)))
  }

  private mutating func add(_ line: FocusLine) {
    lines += 1
    let cost = line.number("EffectiveCost")
    guard let hour = line.hour else { return }
    first = min(first, hour)
    last = max(last, hour)
    addBilled(line, cost: cost)
    if line.text("ChargeCategory") == "Usage" {
      total += cost
      if (line.text("Tags") ?? "{}") == "{}" { untagged += cost }
      services[line.text("ServiceName") ?? "unnamed", default: [:]][hour / 24, default: 0] += cost
    }
    addCommitment(line, cost: cost)
    addOnDemand(line, hour: hour)
    addTransfer(line, cost: cost)
    addAurora(line, cost: cost)
  }

  private mutating func addBilled(_ line: FocusLine, cost: Double) {
    guard line.text("ChargeCategory") == "Usage" else {
      others += cost
      return
    }
    let (service, resource) = (line.text("ServiceName") ?? "unnamed", line.text("ResourceId") ?? "")
    var one = billed["\(service)/\(resource)"] ?? BilledResource(service: service, resource: resource)
    one.cost += cost
    one.list += line.number("ListCost")
    if let unit = line.text("ConsumedUnit")?.lowercased(), ["hours", "hrs", "hour"].contains(unit) {
      one.hours += line.number("ConsumedQuantity")
    }
    one.isCommitted = one.isCommitted || line.text("CommitmentDiscountId") != nil
    billed["\(service)/\(resource)"] = one
  }

  private mutating func addCommitment(_ line: FocusLine, cost: Double) {
    guard let id = line.text("CommitmentDiscountId"), let status = line.text("CommitmentDiscountStatus")
    else { return }
    var one =
      commitments[id]
      ?? Commitment(
        kind: line.text("CommitmentDiscountType") ?? "commitment",
        name: line.text("CommitmentDiscountName") ?? id)
    if status == "Unused" { one.unused += cost } else { one.used += cost }
    commitments[id] = one
  }

  /// Machines by the hour that no commitment pays for.
  private mutating func addOnDemand(_ line: FocusLine, hour: Int) {
    guard line.text("ChargeCategory") == "Usage", line.text("PricingCategory") == "Standard",
      line.text("CommitmentDiscountId") == nil, line.text("ServiceCategory") == "Compute",
      let unit = line.text("ConsumedUnit"), ["hours", "hrs", "hour"].contains(unit.lowercased()),
      let sku = line.text("SkuId") ?? line.text("SkuPriceId")
    else { return }
    let region = line.text("RegionId") ?? "global"
    var one =
      onDemand["\(sku)@\(region)"]
      ?? OnDemand(
        description: line.text("ChargeDescription") ?? sku, region: region,
        unitPrice: line.number("ListUnitPrice"))
    one.hours[hour, default: 0] += line.number("ConsumedQuantity")
    one.total += line.number("EffectiveCost")
    onDemand["\(sku)@\(region)"] = one
  }

  private mutating func addTransfer(_ line: FocusLine, cost: Double) {
    guard cost > 0, let unit = line.text("ConsumedUnit"), unit.uppercased().hasPrefix("G"),
      let description = line.text("ChargeDescription")?.lowercased(),
      description.contains("data transfer") || description.contains("bandwidth")
    else { return }
    let kind =
      if description.contains("regional") || description.contains("between ec2 azs")
        || description.contains("inter-az")
      {
        "between zones"
      } else if description.contains("data transfer to ") || description.contains("inter-region") {
        "between regions"
      } else {
        "to the internet"
      }
    var one = transfers[kind] ?? Transfer()
    one.gb += line.number("ConsumedQuantity")
    one.cost += cost
    one.resources[line.text("ResourceId") ?? line.text("ServiceName") ?? "unnamed", default: 0] += cost
    transfers[kind] = one
  }

  private mutating func addAurora(_ line: FocusLine, cost: Double) {
    guard let description = line.text("ChargeDescription")?.lowercased(), description.contains("aurora"),
      let resource = line.text("ResourceId")
    else { return }
    var one = aurora[resource] ?? Aurora()
    if description.contains("i/o") || description.contains("io request") {
      one.io += cost
    } else if description.contains("storage") {
      one.storage += cost
    } else {
      one.compute += cost
    }
    aurora[resource] = one
  }
}
