import Basics
import Foundation
import Pricing
import Synchronization

/// The price book with the prices of one's own: what `consilium prices` shows and adds to.
package struct PriceService: Sendable {
  /// How old the facts of one service are.
  package struct Age: Sendable, Codable {
    package var provider: String
    package var service: String
    package var facts: Int
    package var oldest: String
    package var newest: String
    /// Of the facts, those whose source is no table of a public repository or of one's own: they were read off a price list
    /// once and cannot be looked up again.
    package var remembered: Int
  }

  /// What became of one imported file.
  package struct Imported: Sendable, Codable {
    package var file: String
    package var form: String
    package var facts: Int
    package var skipped: Int
  }

  private let book: PriceBook
  private let own: OwnPrices
  private let folder: String
  private let facts = FactList()

  /// Every fact, read once: to look one up reads them all.
  private final class FactList: Sendable {
    private let facts = Mutex<[PriceFact]?>(nil)

    func all(_ read: () throws -> [PriceFact]) throws -> [PriceFact] {
      try facts.withLock { facts in
        if let facts { return facts }
        let read = try read()
        facts = read
        return read
      }
    }
  }

  private func all() throws -> [PriceFact] { try facts.all { try book.all } }

  package init(installation: Installation) throws {
    folder = installation.priceFolder
    own = OwnPrices(folder: folder)
    book = try PriceBook.builtIn().with(own)
  }

  /// The facts of a key: `t3.micro`, `ec2/t3.micro` or `azure/vm/linux/Standard_B2s`.
  /// - Parameter region: only this one; where it has no fact of its own, what is computed for it.
  package func show(_ key: String, region: String?) throws -> PriceListing {
    let named = try all().filter { fact in
      [fact.key, "\(fact.service)/\(fact.key)", "\(fact.provider)/\(fact.service)/\(fact.key)"].contains(key)
    }
    let facts = named.filter { region == nil || $0.region == region }
    if facts.isEmpty, let region, let reference = named.first(where: \.isReference) ?? named.first,
      let price = book.price(
        PriceBook.serviceName(reference.service, of: reference.provider), key: reference.key, region: region)
    {
      return PriceListing(reference, derived: price, region: region)
    }
    return try PriceListing(facts)
  }

  /// Facts with every word in their name, unit or region.
  package func search(_ words: [String]) throws -> PriceListing {
    let words = words.flatMap { $0.lowercased().split(whereSeparator: \.isWhitespace) }
    return try PriceListing(
      book.all.filter { fact in
        let text = "\(fact.provider) \(fact.service) \(fact.key) \(fact.unit) \(fact.region)".lowercased()
        return words.allSatisfy(text.contains)
      })
  }

  /// How old the facts are, service by service.
  package func ages() throws -> [Age] {
    let owned = Set(try own.facts())
    return Dictionary(grouping: try all()) { "\($0.provider)/\($0.service)" }.values.compactMap { facts in
      guard let first = facts.first else { return nil }
      let dates = facts.map(\.date)
      return Age(
        provider: first.provider, service: first.service, facts: facts.count, oldest: dates.min() ?? "",
        newest: dates.max() ?? "", remembered: facts.count { !$0.source.contains("@") && !owned.contains($0) }
      )
    }.sorted { ($0.provider, $0.service) < ($1.provider, $1.service) }
  }

  /// Reads a file and keeps its facts, which go before those that ship.
  package func add(file: String) throws -> Imported {
    let read = try PriceImport(path: file)
    try own.add(read.facts)
    return Imported(file: file, form: read.form, facts: read.facts.count, skipped: read.skipped)
  }

  /// The day of the newest fact that ships.
  package var date: String { book.date }

  /// Where prices of one's own are kept.
  package var place: String { folder }
}
