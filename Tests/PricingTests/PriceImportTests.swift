import Basics
import FoundationEssentials
import Pricing
import Testing

import class Foundation.Bundle

struct PriceImportTests {
  private static func fixture(_ name: String) throws -> String {
    try #require(Bundle.module.resourceURL).appending(path: "Fixtures/import/\(name)").path
  }

  @Test(arguments: [
    ("offer.csv", "AWS offer file", 2, 1, "ec2/t3.medium@eu-west-1", 0.0456),
    ("offer.json", "AWS offer file", 1, 0, "ec2/t3.medium@eu-west-3", 0.0472),
    ("retail.json", "Azure Retail Prices", 1, 1, "vm/linux/Standard_D2s_v3@westeurope", 0.096),
    (
      "skus.json", "Google Cloud SKUs", 1, 0, "computeengine/N1 Predefined Instance Core@us-central1",
      0.031611
    ),
    ("own.csv", "price table", 1, 0, "ec2/t3.medium@us-east-1", 0.04),
  ])
  func readsWhatTheCloudsPublish(
    file: String, form: String, count: Int, skipped: Int, name: String, price: Double
  ) throws {
    let read = try PriceImport(path: Self.fixture(file))
    #expect((read.form, read.facts.count, read.skipped) == (form, count, skipped))
    let fact = try #require(read.facts.first { "\($0.service)/\($0.key)@\($0.region)" == name })
    #expect(abs(fact.price - price) < 1e-9)
    #expect(fact.date.hasPrefix("2026-") && !fact.source.isEmpty)
  }

  @Test(arguments: [
    ("broken.csv", 7, "abc"), ("short.csv", 7, "cells"), ("other.txt", 1, "Unknown kind of price list"),
  ])
  func saysInWhichLineItIsWrong(file: String, line: Int, words: String) throws {
    let path = try Self.fixture(file)
    let error = #expect(throws: Diagnostic.self) { try PriceImport(path: path) }
    #expect(error?.range?.start.line == line)
    #expect(error?.detail.contains(words) == true)
  }

  @Test func pricesOfOnesOwnGoFirst() throws {
    let book = try PriceBook.builtIn().overridden(by: PriceImport(path: Self.fixture("own.csv")).facts)
    #expect(book.price("ec2", key: "t3.medium", region: "us-east-1") == 0.04)
    #expect(book.price("ec2", key: "t3.large", region: "us-east-1") == 0.0832)
  }

  @Test func whatIsAddedIsThereAgain() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "prices-\(UInt64.random(in: 0 ... .max))")
    defer { do { try FileManager.default.removeItem(at: folder) } catch { Issue.record(error) } }
    let own = OwnPrices(folder: folder.path)
    #expect(try own.facts().isEmpty)
    let facts = try PriceImport(path: Self.fixture("offer.csv")).facts
    try own.add(facts)
    try own.add(facts)
    #expect(try Set(own.facts()) == Set(facts))
  }
}
