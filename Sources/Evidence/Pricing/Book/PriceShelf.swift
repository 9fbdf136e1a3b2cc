import Clouds
import FoundationEssentials
import Synchronization

/// The files of the price book, each read when the first price of it is asked for.
final class PriceShelf: Sendable {
  /// The folder of each provider's tables, by its name.
  private let folders: [String: URL]
  private let tables = Mutex<[String: Result<PriceTable, any Error>]>([:])

  /// - Parameter folders: by provider, each with a file for each service.
  init(folders: [String: URL]) {
    self.folders = folders
  }

  /// - Parameter folder: with a folder for each provider and in it a file for each service; missing where there are no
  ///   prices.
  /// - Throws: `CloudError` where the folder is there and cannot be listed.
  init(folder: URL) throws {
    let names = try FolderListing.names(in: folder)
    folders = Dictionary(uniqueKeysWithValues: names.map { ($0, folder.appending(path: $0)) })
  }

  /// Nil where no prices of the service are here. A file that cannot be read is in `faults`.
  func table(_ provider: String, service: String) -> PriceTable? {
    let name = "\(provider)/\(service)"
    let result = tables.withLock { tables -> Result<PriceTable, any Error>? in
      if let known = tables[name] { return known }
      guard let url = folders[provider]?.appending(path: "\(service).csv"),
        FileManager.default.fileExists(atPath: url.path)
      else { return nil }
      let result = Result { try PriceTable(url) }
      tables[name] = result
      return result
    }
    guard case .success(let table) = result else { return nil }
    return table
  }

  /// Keeps what was wrong with another file of the book.
  func note(_ fault: String) { notes.withLock { _ = $0.insert(fault) } }

  private let notes = Mutex<Set<String>>([])

  /// What was wrong with the files read so far.
  var faults: [String] {
    notes.withLock { $0.sorted() }
      + tables.withLock { tables in
        tables.values.compactMap { result in
          guard case .failure(let error) = result else { return nil }
          return "\(error)"
        }.sorted()
      }
  }

  /// Every fact of every file that can be read.
  func all() throws -> [PriceFact] {
    try services().flatMap { table($0.provider, service: $0.service)?.facts.values.map(\.self) ?? [] }
  }

  /// Provider and service of every file, sorted.
  func services() throws -> [(provider: String, service: String)] {
    let manager = FileManager.default
    var found: [(provider: String, service: String)] = []
    for (provider, inner) in folders.sorted(by: { $0.key < $1.key }) {
      var isFolder = false
      guard manager.fileExists(atPath: inner.path, isDirectory: &isFolder), isFolder else { continue }
      for file in try manager.contentsOfDirectory(atPath: inner.path).sorted()
      where file.hasSuffix(".csv") && file != "regions.csv" {
        found.append((provider, String(file.dropLast(4))))
      }
    }
    return found
  }
}
