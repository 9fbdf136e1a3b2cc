import ProviderSchemas
import Advice
import Basics
import Foundation
import HCL
import ResourceGraph
import Testing
import Vocabulary

/// Bills in FOCUS format, of one's own making and of the corpora.
struct BillTests {
  private static let corpora = ProcessInfo.processInfo.environment["CONSILIUM_CORPORA"]

  private static let header =
    "BilledCost,ChargeCategory,ChargeDescription,ChargePeriodStart,CommitmentDiscountId,CommitmentDiscountName,"
    + "CommitmentDiscountStatus,CommitmentDiscountType,ConsumedQuantity,ConsumedUnit,EffectiveCost,ListUnitPrice,"
    + "PricingCategory,RegionId,ResourceId,ServiceCategory,ServiceName,SkuId,Tags"

  private func read(_ lines: [String]) throws -> [Resource] {
    let file = FileManager.default.temporaryDirectory.appending(path: "bill-\(UUID().uuidString).csv")
    try Data((([Self.header] + lines).joined(separator: "\r\n") + "\r\n").utf8).write(to: file)
    defer { RemovedQuietly.remove(file) }
    return try FocusReader(path: file.path(percentEncoded: false)).resources(source: "bill.csv")
  }

  private func hour(_ index: Int) -> String {
    let day = CalendarDay(daysSince1970: 20_000 + index / 24)
    return "\(day) \(index % 24 < 10 ? "0" : "")\(index % 24):00:00"
  }

  private func advice(_ observed: [Resource]) throws -> [Recommendation] {
    let estate = Estate(
      name: "bill", graph: ResourceGraph(resources: observed), sources: [.billing],
      today: CalendarDay(daysSince1970: 20_100))
    return try Adviser(schemas: SchemaShelf([])).advice(on: estate).recommendations
  }

  @Test(arguments: ["NaN", "inf", "1e400", "0x10", "1,5", "many"])
  func aCostThatIsNoNumberIsNotZero(cost: String) {
    let line =
      "0.1,Usage,machine,\(hour(0)),,,,,1,Hours,\"\(cost)\",0.1,Standard,us-east-1,i-1,Compute,EC2,SKU1,{}"
    #expect { try read([line]) } throws: { "\($0)".contains("EffectiveCost is not a number") }
  }

  @Test(arguments: ["", "yesterday", "2026-13-01"]) func aChargeWithoutATimeIsNotLeftOut(time: String) {
    let line = "0.1,Usage,machine,\(time),,,,,1,Hours,0.1,0.1,Standard,us-east-1,i-1,Compute,EC2,SKU1,{}"
    #expect { try read([line]) } throws: { "\($0)".contains("ChargePeriodStart") }
  }

  @Test(arguments: ["1e300", "-1e300", "2e18", "9.3e18"]) func aCostOfAnySizeIsRead(cost: String) throws {
    let lines = (0..<48).map {
      "\(cost),Usage,\"$0.1 per On Demand m5.large\",\(hour($0)),,,,,\(cost),Hours,\(cost),\(cost),Standard,us-east-1,i-1,Compute,EC2,SKU1,{}"
    }
    #expect(try !advice(read(lines)).contains { $0.saving.monthly?.isNaN == true })
  }

  @Test func findsWhatRunsAllTheTime() throws {
    // Two machines around the clock, and a third by day.
    let lines = (0..<240).flatMap { index in
      (0..<((8..<18).contains(index % 24) ? 3 : 2)).map { machine in
        "0.1,Usage,\"$0.1 per On Demand m5.large, Linux\",\(hour(index)),,,,,1,Hours,0.1,0.1,Standard,us-east-1,i-\(machine),Compute,EC2,SKU1,\"{\"\"team\"\": \"\"a\"\"}\""
      }
    }
    let found = try #require(try advice(read(lines)).first { $0.rule == "focus-commitment-gap" })
    #expect(found.saving.monthly == (2 * 0.1 * 0.27 * 730 * 100).rounded() / 100)
    #expect(found.evidence[0].contains("never fewer than 2.00 in any of 240 hours"), "\(found.evidence)")
  }

  @Test func findsWhatIsPaidForAndUnused() throws {
    let lines = (0..<240).map { index in
      "0,Usage,plan,\(hour(index)),sp-1,main,\(index % 4 == 0 ? "Unused" : "Used"),Savings Plan,1,Hours,0.5,0.5,Committed,us-east-1,,Compute,EC2,SKU,"
    }
    let found = try #require(try advice(read(lines)).first { $0.rule == "focus-commitment-unused" })
    #expect(found.saving.monthly == (30.0 / 10 * 365 / 12 * 100).rounded() / 100, "\(found.formula)")
    let untagged = try advice(read(lines)).first { $0.rule == "focus-untagged" }
    #expect(untagged?.evidence[0].contains("$120.00 of $120.00") == true)
  }

  @Test func findsADayThatIsUnlikeTheOthers() throws {
    let lines = (0..<240).map { index in
      "1,Usage,queue,\(hour(index)),,,,,1,Requests,\(index / 24 == 9 ? 10 : 1),1,Standard,us-east-1,q,Integration,SQS,SKU,{}"
    }
    let found = try #require(try advice(read(lines)).first { $0.rule == "focus-anomaly" })
    #expect(found.evidence[0].hasPrefix("SQS cost $240.00 on"), "\(found.evidence)")
    #expect(found.counted == 0)
  }

  @Test(arguments: [
    ("a,b\n1,2\n", "has the columns BilledCost"), ("", "is empty"),
    ("\(header)\n1,2\n", "has 2 fields and the first one 19"),
    ("\(header)\n\"open", "a quoted field is not closed"),
  ])
  func saysWhatIsNoBill(_ text: String, _ words: String) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "bill-\(UUID().uuidString).csv")
    try Data(text.utf8).write(to: file)
    defer { RemovedQuietly.remove(file) }
    let error = #expect(throws: Diagnostic.self) { try FocusReader(path: file.path(percentEncoded: false)) }
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
  }

  @Test(.enabled(if: corpora != nil, "CONSILIUM_CORPORA is not set: corpus tests are skipped"))
  func readsABillOfThreeClouds() throws {
    let folder = try #require(Self.corpora)
    let path = "\(folder)/cost/focus/focus_sample.csv"
    let reader = try FocusReader(path: path)
    #expect(reader.lines == 1000)
    let observed = reader.resources(source: path)
    let account = try #require(observed.first { $0.type == "focus_account" })
    #expect(
      (account.attributes["total"]?.number ?? 0) > 14 && observed.contains { $0.type == "focus_transfer" })
    #expect(observed.contains { $0.type == "focus_commitment" })
    // A sample of a bill has no machine in every hour, a few dollars are no anomaly, and without a tag is only a credit.
    let rules = Set(try advice(observed).map(\.rule))
    #expect(rules.isEmpty, "\(rules)")
  }
}
