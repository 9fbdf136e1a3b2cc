import Clouds
import HCL
import ResourceGraph
import Testing

@testable import Pricing

/// What holds of all models and prices that ship.
struct PriceModelTests {
  private static let providers = ["aws", "azure", "google", "kubernetes"]

  /// Every price asked for by a fixed key has a fact in the region that others are computed from.
  @Test(arguments: providers)
  func everyFixedKeyHasAPrice(provider: String) throws {
    let models = try PriceModels.builtIn(provider)
    let book = try PriceBook.builtIn()
    let region = try #require(CloudCatalog.current[provider]).regions.reference
    var missing: Set<String> = []
    var count = 0
    let expressions =
      models.models.values.flatMap { $0.locals.map(\.value) + [$0.components] }
      + models.functions.map(\.result)
    for call in expressions.flatMap(\.calls) where call.name == "price" && call.arguments.count == 2 {
      guard let service = call.arguments[0].literalString, let key = call.arguments[1].literalString else {
        continue
      }
      count += 1
      let name = provider == "aws" ? service : "\(provider)/\(service)"
      if book.price(name, key: key, region: region) == nil { missing.insert("\(service)/\(key)") }
    }
    #expect(missing.isEmpty, "\(missing.sorted())")
    #expect(count >= (provider == "kubernetes" ? 5 : 60))
    #expect(book.faults.isEmpty)
  }

  /// A model over a resource that says nothing: whatever is missing, it makes no mistake of its own.
  @Test(arguments: providers)
  func noModelIsWrongInItself(provider: String) throws {
    let models = try PriceModels.builtIn(provider)
    let region = try #require(CloudCatalog.current[provider]).regions.reference
    for (type, model) in models.models {
      let resource = Resource(
        kind: .managed, address: "\(type).a", type: type, name: "a", attributes: .object([:]))
      let context = PriceContext(
        book: try PriceBook.builtIn(), day: "2026-07-20",
        index: ResourceIndex(ResourceGraph(resources: [resource])),
        resource: resource, provider: provider, region: region, usage: UsageTable(), bound: .expected)
      let lines = PriceScope(models: models, context: context).lines(of: model, context, usage: .object([:]))
      #expect(!lines.reasons.contains { $0.hasPrefix("a mistake") }, "\(type): \(lines.reasons)")
    }
  }

  @Test func theBookSaysTheDayOfItsNewestFact() throws {
    let book = try PriceBook.builtIn()
    #expect(try book.all.filter { $0.provider == "aws" && $0.isReference }.map(\.date).max() == book.date)
  }

  @Test func everyFactHasAnAmountADayAndASource() throws {
    let all = try PriceBook.builtIn().all
    #expect(all.count > 6_000)
    #expect(Set(all.map(\.provider)) == Set(Self.providers))
    for fact in all {
      #expect(
        fact.price >= 0 && fact.date.count == 10 && !fact.source.isEmpty && !fact.unit.isEmpty, "\(fact)")
    }
  }

  @Test(arguments: [("aws", 110), ("azure", 130), ("google", 55)])
  func manyTypesHaveAModel(provider: String, least: Int) throws {
    #expect(try PriceModels.builtIn(provider).models.count >= least)
  }

  @Test(arguments: [
    ("eu-west-1", "t3.medium", 0.0456), ("eu-central-1", "m5.large", 0.115), ("us-west-2", "m5.large", 0.096),
    ("ap-southeast-2", "c5.large", 0.111), ("eu-west-1", "r6g.large", 0.1128),
  ])
  func instancesOfOtherRegionsCostWhatTheirFamilyCosts(region: String, type: String, price: Double) throws {
    let found = try #require(try PriceBook.builtIn().price("ec2", key: type, region: region))
    #expect(abs(found - price) < 0.0005)
  }

  @Test(arguments: ["eu-west-1", "eu-central-1", "us-west-2", "ap-southeast-1", "ap-northeast-1"])
  func otherRegionsHavePrices(region: String) throws {
    let book = try PriceBook.builtIn()
    #expect(book.covers(region: region))
    let here = try #require(book.price("ec2", key: "m5.large", region: region))
    #expect(here >= 0.096 && here < 0.2)
  }
}
