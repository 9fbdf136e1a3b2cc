import Basics
import Foundation

/// What users add without a fork: folders beside `agents.yaml`, and folders of rules that a command names.
///
/// `rules/*.hcl`, `recipes/PREFIX/NAME/`, `lexicon/*.yaml`, `prices/CLOUD/SERVICE.csv` and `price-models/*.hcl`, each in the
/// form that the packs have. A recipe, a price or a price model of one's own goes before the one that ships.
package struct OwnKnowledge: Hashable, Sendable {
  /// The folder with the parts; nil where only rules were named.
  package let folder: URL?
  /// Folders of rules besides.
  package let ruleFolders: [URL]

  package init(folder: URL?, ruleFolders: [URL] = []) {
    self.folder = folder
    self.ruleFolders = ruleFolders
  }

  /// What lies beside a crew file, where there is any and it may count.
  /// - Parameters:
  ///   - crewFile: nil where there is none.
  ///   - check: throws where what lies there may not decide anything.
  ///   - leavingOut: whether it is enough not to heed it, for what was thrown.
  package init(
    beside crewFile: String?, check: (String) throws -> Void, leavingOut: (any Error) -> Bool
  ) throws {
    let folder = crewFile.map { URL(filePath: $0).deletingLastPathComponent() }
    let hasAny = Self.folders.contains { name in
      folder.map {
        FileManager.default.fileExists(atPath: $0.appending(path: name).path(percentEncoded: false))
      }
        ?? false
    }
    guard let crewFile, hasAny else {
      self = .none
      return
    }
    do {
      try check(crewFile)
      self.init(folder: folder)
    } catch  where leavingOut(error) {
      self = .none
    }
  }

  /// The folders that count, beside `agents.yaml`.
  package static let folders = ["rules", "recipes", "lexicon", "prices", "price-models"]

  /// Nothing of one's own.
  package static let none = OwnKnowledge(folder: nil)

  /// The files of rules, by their paths in order.
  /// - Throws: `CloudError` for a folder that was named and cannot be read.
  package func rules() throws(CloudError) -> [URL] {
    var found = try files(in: "rules", endingIn: ".hcl")
    for named in ruleFolders {
      var isFolder: ObjCBool = false
      let path = named.path(percentEncoded: false)
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
        throw CloudError(
          .unreadable, summary: "Cannot read the folder of rules",
          detail: "There is no folder \(path). Name one with *.hcl files.")
      }
      found += try FolderListing.files(in: named, endingIn: ".hcl")
    }
    return found
  }

  /// The files of price models, by their names in order.
  /// - Throws: `CloudError` where their folder cannot be listed.
  package func priceModels() throws(CloudError) -> [URL] {
    try files(in: "price-models", endingIn: ".hcl")
  }

  /// The files of words that lead to recipes, by their names in order.
  /// - Throws: `CloudError` where their folder cannot be listed.
  package func lexicon() throws(CloudError) -> [URL] { try files(in: "lexicon", endingIn: ".yaml") }

  /// Where a recipe of one's own stands; nil where there is none of that name.
  /// - Parameter id: as `aws/vpc`.
  package func recipe(_ id: String) -> URL? {
    guard let folder else { return nil }
    let place = id.split(separator: "/").reduce(folder.appending(path: "recipes")) { $0.appending(path: $1) }
    let file = place.appending(path: "recipe.yaml").path(percentEncoded: false)
    return FileManager.default.fileExists(atPath: file) ? place : nil
  }

  /// The recipes of a cloud, as `aws/vpc`, in order.
  /// - Parameter prefix: the cloud's, as `aws`.
  /// - Throws: `CloudError` where their folder cannot be listed.
  package func recipes(of prefix: String) throws(CloudError) -> [String] {
    guard let folder else { return [] }
    let names = try FolderListing.names(in: folder.appending(path: "recipes").appending(path: prefix))
    return names.map { "\(prefix)/\($0)" }.filter { recipe($0) != nil }
  }

  /// Where tables of prices lie, a folder for each cloud; nil where there is none.
  package var prices: URL? {
    guard let place = folder?.appending(path: "prices"),
      FileManager.default.fileExists(atPath: place.path(percentEncoded: false))
    else { return nil }
    return place
  }

  /// The files of a part beside the crew file; none where there is no such folder.
  private func files(in part: String, endingIn ending: String) throws(CloudError) -> [URL] {
    guard let folder else { return [] }
    return try FolderListing.files(in: folder.appending(path: part), endingIn: ending)
  }
}
