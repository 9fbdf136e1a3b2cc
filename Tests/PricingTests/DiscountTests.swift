@testable import Pricing
import ResourceGraph
import Testing
import Vocabulary

/// What was agreed is taken off list prices, once, where it applies.
struct DiscountTests {
  private func monthly(_ discounts: [PriceDiscount], own: [PriceFact] = [], region: String = "us-east-1")
    throws
    -> Double
  {
    let graph = ResourceGraph(files: [
      "main.tf": "resource \"aws_instance\" \"a\" {\n  instance_type = \"m5.large\"\n}\n"
    ])
    let book = try PriceBook.builtIn().overridden(by: own).discounted(by: discounts)
    let estimate = Estimator(book: book).estimate(graph, region: region)
    return estimate.resources[0].components.first { $0.unit == "hours" }?.monthly ?? 0
  }

  @Test func isTakenOffTheServicesPrice() throws {
    let list = try monthly([])
    let ten = try monthly([PriceDiscount(service: "ec2", region: "*", percent: 10)])
    #expect(abs(ten - list * 0.9) < 0.001)
    #expect(try monthly([PriceDiscount(service: "rds", region: "*", percent: 10)]) == list)
    #expect(try monthly([PriceDiscount(service: "ec2", region: "eu-*", percent: 10)]) == list)
    let both = [
      PriceDiscount(service: "ec2", region: "us-*", percent: 20),
      PriceDiscount(service: "*", region: "*", percent: 5),
    ]
    #expect(abs(try monthly(both) - list * 0.8) < 0.001)
  }

  /// A price of one's own is what is paid: nothing comes off it.
  @Test func leavesPricesOfOnesOwn() throws {
    let own = PriceFact(
      provider: "aws", service: "ec2", region: "us-east-1", key: "m5.large", unit: "hour", price: 0.05,
      date: "2026-01-01", source: "contract")
    let paid = try monthly([PriceDiscount(service: "ec2", region: "*", percent: 50)], own: [own])
    #expect(abs(paid - 36.5) < 0.001)
  }
}
