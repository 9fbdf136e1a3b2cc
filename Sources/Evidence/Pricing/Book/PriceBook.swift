import Basics
import Clouds
import FoundationEssentials
import Glibc
import Vocabulary

/// Dated price facts by provider, service and region, and for regions without their own the ratio to the one that has
/// them. A service of the main cloud goes by its name, `ec2`; one of
/// another by both, `azure/vm`.
package struct PriceBook: Sendable {
  /// The day of the book: the newest of the facts of the main cloud's reference region. Each fact says its own.
  package let date: String
  private let shelf: PriceShelf
  /// Prices by region from public sources, which go before prices of the reference region and their factors.
  private let regional: RegionalShelf
  /// Facts of one's own, which go before those that ship: given with a command, and kept in a folder.
  private var own: [String: PriceFact] = [:]
  private var ownShelves: [PriceShelf] = []
  private let factors: [String: RegionFactors]
  /// What was agreed; the first that covers a price counts.
  package private(set) var discounts: [PriceDiscount] = []

  /// The book that ships. Its files are read when a price of them is asked for.
  package static func builtIn() throws -> PriceBook { try shared.get() }

  private static let shared = Result { try PriceBook(clouds: CloudCatalog.current.clouds).withOwnKnowledge() }

  private init(clouds: [Cloud]) throws {
    let days = clouds.compactMap { cloud in
      FileManager.default.contents(atPath: cloud.url(.prices).appending(path: "date").path)
    }
    date = days.map { String(String(decoding: $0, as: UTF8.self).prefix { !$0.isWhitespace }) }.max() ?? ""
    shelf = PriceShelf(folders: Dictionary(uniqueKeysWithValues: clouds.map { ($0.id, $0.url(.prices)) }))
    regional = RegionalShelf(
      folders: Dictionary(
        uniqueKeysWithValues: clouds.map { ($0.id, $0.url(.prices).appending(path: "regional")) }))
    factors = try Dictionary(uniqueKeysWithValues: clouds.map { ($0.id, try RegionFactors(of: $0)) })
  }

  /// The book that ships with the prices of one's own that lie beside `agents.yaml`.
  private func withOwnKnowledge() throws -> PriceBook {
    guard let folder = CloudCatalog.current.own.prices else { return self }
    return try with(OwnPrices(folder: folder.path(percentEncoded: false)))
  }

  /// The book with the prices of a folder of one's own before those that ship; they are read as they are asked for.
  /// - Throws: `CloudError` where the folder cannot be listed.
  package func with(_ prices: OwnPrices) throws -> PriceBook {
    var book = self
    book.ownShelves.insert(try prices.shelf(), at: 0)
    return book
  }

  /// The book with facts of one's own in the place of those that ship.
  package func overridden(by facts: [PriceFact]) -> PriceBook {
    var book = self
    for fact in facts {
      book.own[Self.name(fact.provider, service: fact.service, key: fact.key, region: fact.region)] = fact
    }
    return book
  }

  /// The book with what was agreed off its prices. Facts of one's own are what is really paid, and stay.
  package func discounted(by discounts: [PriceDiscount]) -> PriceBook {
    var book = self
    book.discounts += discounts
    return book
  }

  /// US dollars for one unit; nil where neither the region nor a factor for it is known.
  package func price(_ service: String, key: String, region: String) -> Double? {
    quote(service, key: key, region: region)?.price
  }

  /// The price of one unit, and whether it is the region's own; nil where neither the region nor a factor for it is known.
  package func quote(_ service: String, key: String, region: String) -> PriceQuote? {
    guard let listed = listed(service, key: key, region: region) else { return nil }
    guard !discounts.isEmpty, !listed.isShare, !listed.isOwn,
      let discount = discounts.first(where: { $0.covers(service: service, region: region) })
    else { return listed.quote }
    return PriceQuote(
      price: listed.quote.price * (1 - discount.percent / 100), isByFactor: listed.quote.isByFactor)
  }

  /// A price as the list has it.
  private struct Listed {
    var quote: PriceQuote
    /// Whether it is a part of another price, from which a discount is taken already.
    var isShare: Bool
    /// Whether it is a fact of one's own.
    var isOwn: Bool
  }

  private func listed(_ service: String, key: String, region: String) -> Listed? {
    let (provider, service) = Self.split(service)
    if let fact = fact(provider, service: service, key: key, region: region) {
      let isOwn =
        !discounts.isEmpty
        && (own[Self.name(provider, service: service, key: key, region: region)] != nil
          || ownShelves.contains {
            $0.table(provider, service: service)?.facts[PriceTable.name(key, region: region)] != nil
          })
      return Listed(
        quote: PriceQuote(price: fact.price, isByFactor: false), isShare: fact.unit.hasPrefix("share"),
        isOwn: isOwn)
    }
    if let fact = fact(provider, service: service, key: key, region: "global") {
      return Listed(
        quote: PriceQuote(price: fact.price, isByFactor: false), isShare: fact.unit.hasPrefix("share"),
        isOwn: false)
    }
    guard let factors = factors[provider], let factor = factors.factor(service, key: key, region: region)
    else { return nil }
    guard let fact = fact(provider, service: service, key: key, region: factors.reference) else {
      return elsewhere(provider, service: service, key: key, factors: factors, factor: factor)
    }
    let quote = PriceQuote(price: factor == 1 ? fact.price : Self.told(fact.price * factor), isByFactor: true)
    return Listed(quote: quote, isShare: fact.unit.hasPrefix("share"), isOwn: false)
  }

  /// From what other regions pay where the reference region has no price: the median of what each would make of it.
  private func elsewhere(
    _ provider: String, service: String, key: String, factors: RegionFactors, factor: Double
  ) -> Listed? {
    let facts = sourced(provider, service: service, key: key)
    let prices = facts.compactMap { fact in
      factors.factor(service, key: key, region: fact.region).map { fact.price / $0 }
    }.sorted()
    guard let unit = facts.first?.unit, !prices.isEmpty else { return nil }
    return Listed(
      quote: PriceQuote(price: Self.told(prices[prices.count / 2] * factor), isByFactor: true),
      isShare: unit.hasPrefix("share"), isOwn: false)
  }

  private func sourced(_ provider: String, service: String, key: String) -> [PriceFact] {
    do {
      return try regional.facts(provider, service: service, key: key)
    } catch {
      shelf.note("\(error)")
      return []
    }
  }

  /// A price that a factor gave, to the digits that it is good for: four, as list prices mostly have.
  private static func told(_ price: Double) -> Double {
    guard price > 0 else { return price }
    let scale = pow(10, (3 - log10(price).rounded(.down)))
    return (price * scale).rounded() / scale
  }

  /// The fact as it stands in the book, without factors.
  package func fact(_ provider: String, service: String, key: String, region: String) -> PriceFact? {
    own[Self.name(provider, service: service, key: key, region: region)]
      ?? ownShelves.lazy.compactMap {
        $0.table(provider, service: service)?.facts[PriceTable.name(key, region: region)]
      }.first
      ?? sourced(provider, service: service, key: key, region: region)
      ?? shelf.table(provider, service: service)?.facts[PriceTable.name(key, region: region)]
  }

  /// The fact of a public source; a table that cannot be read is in `faults`.
  private func sourced(_ provider: String, service: String, key: String, region: String) -> PriceFact? {
    do {
      return try regional.fact(provider, service: service, key: key, region: region)
    } catch {
      shelf.note("\(error)")
      return nil
    }
  }

  /// Whether any price is known for the region of the cloud that is meant where none is named.
  package func covers(region: String) -> Bool {
    covers(region: region, provider: CloudCatalog.current.main.id)
  }

  /// Whether any price is known for the region of the provider.
  package func covers(region: String, provider: String) -> Bool {
    factors[provider]?.regions.contains(region) == true || isSourced(region: region, provider: provider)
      || own.values.contains { $0.provider == provider && $0.region == region }
  }

  private func isSourced(region: String, provider: String) -> Bool {
    do {
      return try regional.covers(region: region, provider: provider)
    } catch {
      shelf.note("\(error)")
      return false
    }
  }

  /// Every fact, sorted by provider, service and key.
  package var all: [PriceFact] {
    get throws {
      var facts: [String: PriceFact] = [:]
      // The later go before the earlier, as `fact` looks them up.
      for fact in try shelf.all() + regional.all() + ownShelves.reversed().flatMap({ try $0.all() }) {
        facts[Self.name(fact.provider, service: fact.service, key: fact.key, region: fact.region)] = fact
      }
      if let fault = faults.first {
        throw PricingError(.badFact, summary: "The price book is broken", detail: fault)
      }
      facts.merge(own) { _, own in own }
      return facts.values.sorted {
        ($0.provider, $0.service, $0.key, $0.region) < ($1.provider, $1.service, $1.key, $1.region)
      }
    }
  }

  /// What was wrong with the files of prices read so far; empty when all is well.
  package var faults: [String] { shelf.faults + ownShelves.flatMap(\.faults) }

  static func split(_ service: String) -> (provider: String, service: String) {
    guard let slash = service.firstIndex(of: "/") else { return (CloudCatalog.current.main.id, service) }
    return (String(service[..<slash]), String(service[service.index(after: slash)...]))
  }

  /// How the functions of the price models call a service: by its name alone where it is the main cloud's.
  package static func serviceName(_ service: String, of provider: String) -> String {
    provider == CloudCatalog.current.main.id ? service : "\(provider)/\(service)"
  }

  private static func name(_ provider: String, service: String, key: String, region: String) -> String {
    "\(provider)/\(service)/\(key)@\(region)"
  }
}
