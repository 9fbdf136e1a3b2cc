import FoundationEssentials
import Synchronization

/// The files of the price book, each read when the first price of it is asked for.
final class PriceShelf: Sendable {
  private let folder: URL
  private let tables = Mutex<[String: Result<PriceTable, any Error>]>([:])

  /// - Parameter folder: with a folder for each provider and in it a file for each service.
  init(folder: URL) {
    self.folder = folder
  }

  /// Nil where no prices of the service are here. A file that cannot be read is in `faults`.
  func table(_ provider: String, _ service: String) -> PriceTable? {
    let name = "\(provider)/\(service)"
    let result = tables.withLock { tables -> Result<PriceTable, any Error>? in
      if let known = tables[name] { return known }
      let url = folder.appending(path: "\(name).csv")
      guard FileManager.default.fileExists(atPath: url.path) else { return nil }
      let result = Result { try PriceTable(url) }
      tables[name] = result
      return result
    }
    guard case .success(let table) = result else { return nil }
    return table
  }

  /// What was wrong with the files read so far.
  var faults: [String] {
    tables.withLock { tables in
      tables.values.compactMap { result in
        guard case .failure(let error) = result else { return nil }
        return "\(error)"
      }.sorted()
    }
  }

  /// Provider and service of every file, sorted.
  func services() throws -> [(provider: String, service: String)] {
    let manager = FileManager.default
    guard manager.fileExists(atPath: folder.path) else { return [] }
    var found: [(provider: String, service: String)] = []
    for provider in try manager.contentsOfDirectory(atPath: folder.path).sorted() {
      var isFolder = false
      let inner = folder.appending(path: provider)
      guard manager.fileExists(atPath: inner.path, isDirectory: &isFolder), isFolder else { continue }
      for file in try manager.contentsOfDirectory(atPath: inner.path).sorted()
      where file.hasSuffix(".csv") && file != "regions.csv" {
        found.append((provider, String(file.dropLast(4))))
      }
    }
    return found
  }
}
