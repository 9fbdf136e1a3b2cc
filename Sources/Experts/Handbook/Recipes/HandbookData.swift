import Basics
import Clouds
import Experts
import Foundation
import StrictYAML

/// The handbook's files for requests of one cloud: its lexicon, and the recipes and links of the cloud's pack, of the pack of
/// Kubernetes and of those that stand for no cloud. Read when first needed.
struct HandbookData: Sendable {
  private let root: URL
  /// The cloud that requests are read for.
  let main: Cloud
  private let clouds: [Cloud]
  private let own: OwnKnowledge

  init(of main: Cloud) throws(ExpertError) {
    root = try Self.root()
    let others = try CloudChoice.shared().named.subtracting([main.id])
    self.main = main
    clouds = CloudCatalog.current.clouds.filter { $0.isForManifests || !others.contains($0.id) }
    own = CloudCatalog.current.own
  }

  /// Every cloud's file of a part, in the order of the clouds; those without one are left out.
  func all(_ part: CloudPart) throws(ExpertError) -> [DataNode] {
    var found: [DataNode] = []
    for cloud in clouds {
      guard let data = cloud.contents(of: part) else { continue }
      let file = "\(cloud.id)/\(part.rawValue)"
      found.append(try Self.node(String(decoding: data, as: UTF8.self), file: file))
    }
    return found
  }

  /// The recipes of every cloud, as `aws/vpc`, in order.
  func recipes() throws(ExpertError) -> [String] {
    var found: [String] = []
    for cloud in clouds {
      let prefix = cloud.recipePrefix
      var ids = Set(try ownRecipes(of: prefix))
      if FileManager.default.fileExists(atPath: cloud.url(.recipes).path) {
        for name in try names(in: "recipes/\(prefix)") { ids.insert("\(prefix)/\(name)") }
      }
      found += ids.sorted()
    }
    return found
  }

  /// The recipes that drafts with these begin with: the base of each cloud that is in play.
  func bases(of recipes: [String]) -> [String] {
    clouds.filter { cloud in recipes.contains { $0.hasPrefix("\(cloud.recipePrefix)/") } }.compactMap(
      \.baseRecipe)
  }

  func yaml(_ path: String) throws(ExpertError) -> DataNode { try Self.node(try text(path), file: path) }

  static func node(_ text: String, file: String) throws(ExpertError) -> DataNode {
    do {
      return DataNode(try StrictYAML.document(text, file: file), file: file)
    } catch {
      throw broken(error)
    }
  }

  func text(_ path: String) throws(ExpertError) -> String { try Self.read(url(path), as: path) }

  private static func read(_ url: URL, as path: String) throws(ExpertError) -> String {
    do {
      return try String(contentsOf: url, encoding: .utf8)
    } catch {
      throw ExpertError(
        .failed, summary: "A file of the handbook cannot be read",
        detail: "\(path): \(error.localizedDescription). Install Consilium again.")
    }
  }

  /// A file of the room's own, whatever cloud is in play.
  static func shared(_ path: String) throws(ExpertError) -> DataNode {
    try node(try read(try root().appendingPathComponent(path), as: path), file: path)
  }

  private static func root() throws(ExpertError) -> URL {
    do {
      return try ProgramData.folder(of: "Handbook").appending(path: "Data")
    } catch {
      throw ExpertError(.failed, summary: error.summary, detail: error.detail)
    }
  }

  /// The names in a folder, sorted.
  func names(in folder: String) throws(ExpertError) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: url(folder).path).sorted()
    } catch {
      throw ExpertError(
        .failed, summary: "A folder of the handbook cannot be read",
        detail: "\(folder): \(error.localizedDescription). Install Consilium again.")
    }
  }

  /// The words of the packs for what their recipes build, in the order of the clouds.
  func packLexicon() throws(ExpertError) -> [DataNode] {
    var found: [DataNode] = []
    for cloud in clouds { found += try Self.lexicon(of: cloud) }
    return found
  }

  /// The words of one pack.
  static func lexicon(of cloud: Cloud) throws(ExpertError) -> [DataNode] {
    let files: [URL]
    do {
      files = try cloud.files(in: .lexicon, endingIn: ".yaml")
    } catch {
      throw ExpertError(.failed, summary: error.summary, detail: error.detail)
    }
    var found: [DataNode] = []
    for url in files {
      let file = url.path(percentEncoded: false)
      found.append(try node(try read(url, as: file), file: file))
    }
    return found
  }

  /// Whether a recipe is of a pack that counts here, by its name; true of a name without a pack.
  func holds(_ recipe: String) -> Bool {
    guard let prefix = recipe.split(separator: "/").first.map(String.init),
      CloudCatalog.current.clouds.contains(where: { $0.recipePrefix == prefix })
    else { return true }
    return clouds.contains { $0.recipePrefix == prefix }
  }

  /// The files of one's own with words that lead to recipes.
  func ownLexicon() throws(ExpertError) -> [String] {
    do {
      return try own.lexicon().map { $0.path(percentEncoded: false) }
    } catch {
      throw ExpertError(.failed, summary: error.summary, detail: error.detail)
    }
  }

  private func ownRecipes(of prefix: String) throws(ExpertError) -> [String] {
    do {
      return try own.recipes(of: prefix)
    } catch {
      throw ExpertError(.failed, summary: error.summary, detail: error.detail)
    }
  }

  /// `recipes/PREFIX/…` lies in the pack of the cloud with that prefix, everything else in the room's own folder.
  /// A recipe of one's own goes before that of the pack, and a whole path is itself.
  private func url(_ path: String) -> URL {
    if path.hasPrefix("/") { return URL(filePath: path) }
    let parts = path.split(separator: "/").map(String.init)
    guard parts.count > 1, parts[0] == "recipes",
      let cloud = clouds.first(where: { $0.recipePrefix == parts[1] })
    else { return root.appendingPathComponent(path) }
    if parts.count > 2, let place = own.recipe("\(parts[1])/\(parts[2])") {
      return parts.dropFirst(3).reduce(place) { $0.appendingPathComponent($1) }
    }
    return parts.dropFirst(2).reduce(cloud.url(.recipes)) { $0.appendingPathComponent($1) }
  }

  static func broken(_ diagnostic: Diagnostic) -> ExpertError {
    ExpertError(.failed, summary: "A file of the handbook is broken", detail: diagnostic.description)
  }
}
