import Clouds
import Foundation
import Synchronization

/// The tables of prices by region, each read when the first price of its service is asked for. A table is named for its
/// service and the day: `ec2.2026-07-20.SOURCE.csv`.
final class RegionalShelf: Sendable {
  private let folders: [String: URL]
  private let files: Mutex<[String: [URL]]>
  private let tables = Mutex<[URL: Result<RegionalPriceTable, any Error>]>([:])

  /// - Parameter folders: by provider; a folder that is not there has no tables.
  init(folders: [String: URL]) {
    self.folders = folders
    files = Mutex([:])
  }

  /// The fact of the newest table that has one.
  func fact(_ provider: String, service: String, key: String, region: String) throws -> PriceFact? {
    for url in try files(of: provider, service: service) {
      if let fact = try table(url).fact(provider, service: service, key: key, region: region) { return fact }
    }
    return nil
  }

  /// What any region pays for a key: of each region the fact of the newest table.
  func facts(_ provider: String, service: String, key: String) throws -> [PriceFact] {
    var facts: [PriceFact] = []
    for url in try files(of: provider, service: service) {
      for fact in try table(url).facts(provider, service: service, key: key)
      where !facts.contains(where: { $0.region == fact.region }) {
        facts.append(fact)
      }
    }
    return facts
  }

  /// Every fact, of several of one key and region that of the newest table.
  func all() throws -> [PriceFact] {
    var facts: [String: PriceFact] = [:]
    for provider in folders.keys.sorted() {
      for service in try services(of: provider) {
        for url in try files(of: provider, service: service) {
          for fact in try table(url).facts(provider, service: service) {
            let name = "\(provider)/\(service)/\(fact.key)@\(fact.region)"
            if facts[name] == nil { facts[name] = fact }
          }
        }
      }
    }
    return Array(facts.values)
  }

  /// Whether any table of a provider has a region.
  func covers(region: String, provider: String) throws -> Bool {
    for service in try services(of: provider) {
      for url in try files(of: provider, service: service) where try table(url).regions.contains(region) {
        return true
      }
    }
    return false
  }

  private func table(_ url: URL) throws -> RegionalPriceTable {
    try tables.withLock { tables in
      if let known = tables[url] { return known }
      let result = Result { try RegionalPriceTable(url) }
      tables[url] = result
      return result
    }.get()
  }

  private func names(of provider: String) throws -> [String] {
    guard let folder = folders[provider],
      FileManager.default.fileExists(atPath: folder.path(percentEncoded: false))
    else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))
      .filter { $0.hasSuffix(".csv") }.sorted()
  }

  private func services(of provider: String) throws -> [String] {
    Set(try names(of: provider).map { String($0.prefix { $0 != "." }) }).sorted()
  }

  /// The newest first: the day is in the name.
  private func files(of provider: String, service: String) throws -> [URL] {
    let key = "\(provider)/\(service)"
    if let known = files.withLock({ $0[key] }) { return known }
    let found = try names(of: provider).filter { $0.hasPrefix("\(service).") }.reversed()
    let urls = found.compactMap { name in folders[provider]?.appending(path: name) }
    files.withLock { $0[key] = urls }
    return urls
  }
}
