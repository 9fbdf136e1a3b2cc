import Basics
import Testing
import Vocabulary

@testable import Reporting

/// What a report of costs says of use: the price of a unit, and what it may come to.
struct CostReportTests {
  private static func report(unitPrice: Double, low: Double? = nil, high: Double? = nil) -> CostReport {
    var resource = PriceEstimate.Resource(
      address: "aws_lambda_function.a", type: "aws_lambda_function", status: low == nil ? .usage : .priced,
      monthly: low.map { $0 * 2 },
      components: [
        PriceEstimate.Component(
          name: "Requests", quantity: low, unit: "requests", unitPrice: unitPrice,
          monthly: low.map { $0 * 2 },
          status: low == nil ? .usage : .priced)
      ])
    resource.low = low
    resource.high = high
    resource.byFactor = low == nil ? nil : ["lambda"]
    return CostReport(
      path: "shop", estimate: PriceEstimate(priceBookDate: "2026-07-20", resources: [resource]))
  }

  /// A price that is there is never shown as nothing.
  @Test(arguments: [
    (3.09e-08, "$0.0000000309"), (1.66667e-05, "$0.00001667"), (0.225, "$0.225"), (0.05, "$0.05"),
    (0.1, "$0.10"),
    (12.5, "$12.50"), (0.0000166, "$0.0000166"),
  ])
  func aSmallPriceKeepsItsDigits(price: Double, text: String) throws {
    let report = Self.report(unitPrice: price)
    #expect(report.text.contains("depends on usage: \(text) per requests"))
    #expect(try report.markdown().contains("| \(text) | depends on usage |"))
  }

  @Test func aRangeIsInEveryFormat() throws {
    let report = Self.report(unitPrice: 0.2, low: 3, high: 40)
    #expect(report.text.contains("aws_lambda_function.a (low $3.00, expected $6.00, high $40.00)"))
    #expect(try report.markdown().contains("| $3.00 | $6.00 | $40.00 |"))
    #expect(try report.html().contains("<td class=\"number\">$40.00</td>"))
    let resource = try #require(report.json["resources"]?.array?.first)
    #expect(resource["low"] == .number(3))
    #expect(resource["high"] == .number(40))
    #expect(resource["byFactor"]?.array?.compactMap(\.string) == ["lambda"])
  }

  @Test func withoutARangeNothingIsSaidOfOne() throws {
    let report = Self.report(unitPrice: 0.2)
    #expect(!report.text.contains("low $"))
    #expect(!(try report.markdown()).contains("Usage is a range"))
    #expect(!(try report.html()).contains("Usage is a range"))
  }
}
