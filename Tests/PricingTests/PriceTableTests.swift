import FoundationEssentials
import PriceTables
import Testing

/// How well estimates agree with the tables of an estimator for Terraform.
struct PriceTableTests {
  private static let corpora = ProcessInfo.processInfo.environment["CONSILIUM_CORPORA"]

  @Test(
    .enabled(if: corpora != nil, "CONSILIUM_CORPORA is not set: corpus tests are skipped"),
    arguments: [("aws", 0.97, 0.9, 0.015), ("azure", 0.95, 0.88, 0.03), ("google", 0.98, 0.97, 0.015)])
  func componentsAgreeByNameQuantityAndUnit(
    provider: String, least: Double, leastCost: Double, invented: Double
  ) throws {
    let folder = try #require(Self.corpora)
    var sum = TableScore()
    for (_, score) in try PricedCases.score(URL(filePath: "\(folder)/cost/infracost-\(provider)")) {
      sum.add(score)
    }
    let causes = TableScore.Cause.allCases.map { "\($0.rawValue): \(sum.counts[$0] ?? 0)" }.joined(
      separator: ", ")
    print(
      "\(provider): \(causes); same cost \(sum.sameCost) of \(sum.agreeing); totals within 1 % "
        + "\(sum.sameTotals) of \(sum.totals)")
    #expect(sum.rows > 500)
    #expect(sum.share >= least)
    #expect(Double(sum.sameCost) >= leastCost * Double(sum.agreeing))
    #expect(Double(sum.counts[.invented] ?? 0) <= invented * Double(sum.rows))
  }

  @Test func aTableIsReadWithItsTreeAndItsTotal() throws {
    let table = PricedTable(
      """
       Name                                     Monthly Qty  Unit          Monthly Cost

       aws_s3_bucket.logs["a"]
       ├─ Standard
       │  ├─ Storage                                 10,000  GB                 $230.00  *
       │  └─ Select data  Monthly cost depends on usage: $0.002 per GB
       └─ Lifecycle                                      10  1k requests     not found

       OVERALL TOTAL                                                          $230.00
      """)
    #expect(table.total == 230)
    #expect(table.rows.map(\.group) == ["Standard", "Standard", ""])
    #expect(table.rows.map(\.name) == ["Storage", "Select data", "Lifecycle"])
    #expect(table.rows.map(\.quantity) == [10_000, nil, 10])
    #expect(table.rows.map(\.unit) == ["GB", "GB", "1k requests"])
    #expect(table.rows.allSatisfy { $0.address == "aws_s3_bucket.logs[\"a\"]" })
  }
}
