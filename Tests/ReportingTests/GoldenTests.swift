import Basics
import Foundation
import Recorded
import Reporting
import Testing
import Vocabulary

/// Every page and format of the room, byte for byte.
struct GoldenTests {
  private static func expect(
    _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
    let difference = try RecordedFile.difference(text, in: folder.appending(path: name))
    #expect(difference == nil, sourceLocation: sourceLocation)
  }

  @Test func theReportOfARun() throws {
    try Self.expect(try Fixture.report.markdown(), "report.md")
    try Self.expect(try Fixture.report.html(), "report.html")
    try Self.expect(try Fixture.report.json(), "report.json")
  }

  private static let check: CheckReport = {
    func diagnostic(_ level: Diagnostic.Level, _ code: String, _ line: Int) -> Diagnostic {
      let position = SourcePosition(line: line, column: 3)
      return Diagnostic(
        level, code: code, summary: "Unsupported <argument>",
        detail: "An argument named \"sise\" & no other.",
        range: SourceRange(file: "main.tf", start: position, end: position), address: "aws_ebs_volume.v")
    }
    var report = CheckReport(
      path: "shop", verdict: .invalid, checked: ["hashicorp/aws 5.100.0"], unchecked: ["hashicorp/null"],
      findings: [
        .init(diagnostic(.error, "schema.unsupported-argument", 3), fix: "sise became size"),
        .init(diagnostic(.warning, "reference.unused", 7)),
      ])
    report.repairs = ["main.tf:3: sise became size, which is declared."]
    return report
  }()

  @Test func aCheck() throws {
    try Self.expect(Self.check.text(source: { _ in nil }, emphasis: { text, _ in text }), "check.txt")
    try Self.expect(try Self.check.json(), "check.json")
    try Self.expect(CheckReport.sarif([Self.check], version: "0.1.0"), "check.sarif")
    try Self.expect(CheckReport.junit([Self.check]), "check.junit.xml")
  }

  private static func estimate(_ size: Double) -> PriceEstimate {
    PriceEstimate(
      priceBookDate: "2026-07-20",
      resources: [
        .init(
          address: "aws_ebs_volume.v", type: "aws_ebs_volume", status: .priced, monthly: size * 0.08,
          components: [
            .init(
              name: "Storage", quantity: size, unit: "GB", unitPrice: 0.08, monthly: size * 0.08,
              status: .priced, group: nil, reason: nil)
          ], reason: ""),
        .init(
          address: "aws_x.<y>", type: "aws_x", status: .unpriced, monthly: nil, reason: "no price is known"),
      ])
  }

  @Test func aCost() throws {
    let report = CostReport(path: "shop", estimate: Self.estimate(200), before: Self.estimate(100))
    try Self.expect(report.text, "cost.txt")
    try Self.expect(report.json.pretty, "cost.json")
    // Also the comment of a pull request.
    try Self.expect(try report.markdown(), "cost.md")
    try Self.expect(try report.html(), "cost.html")
  }

  @Test func advice() throws {
    let report = AdviceReport(
      day: "2026-11-01", priceBookDate: "2026-07-20", estates: [], recommendations: [], rules: [],
      reviewers: [.init(key: "cost", role: "Cost analyst", answeredBy: "handbook")],
      faults: [.init(estate: "shop", detail: "main.tf:1: not read")])
    try Self.expect(try report.markdown(), "advice.md")
    try Self.expect(try report.html(), "advice.html")
    try Self.expect(try report.json(), "advice.json")
    try Self.expect(report.csv(), "advice.csv")
    try Self.expect(report.sarif(version: "0.1.0"), "advice.sarif")
  }
}
