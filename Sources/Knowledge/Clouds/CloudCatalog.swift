import Basics
import Foundation
import Logs
import Synchronization

/// The packs that are there, by name. The list of the folders is the only list of clouds there is.
package struct CloudCatalog: Sendable {
  /// In the order of their names.
  package let clouds: [Cloud]
  /// The cloud that is meant where nothing names one.
  package let main: Cloud
  /// What users added without a pack.
  package let own: OwnKnowledge

  /// Reads every folder with a `cloud.yaml` in these folders; a later one of the same name takes the place of an earlier.
  /// - Throws: `CloudError` where a pack is broken, and where not exactly one says `default: true`.
  package init(folders: [URL], own: OwnKnowledge = .none) throws(CloudError) {
    var found: [String: Cloud] = [:]
    for folder in folders {
      for pack in try Self.packs(in: folder) {
        let cloud = try Cloud(folder: pack)
        found[cloud.id] = cloud
      }
    }
    let clouds = found.values.sorted { $0.id < $1.id }
    let defaults = clouds.filter(\.isDefault)
    guard defaults.count == 1 else {
      throw CloudError(
        .broken, summary: "Not exactly one cloud is the default",
        detail:
          "\(defaults.isEmpty ? "No pack" : defaults.map(\.id).joined(separator: ", ")) says 'default: true'."
      )
    }
    self.clouds = clouds
    self.own = own
    main = defaults[0]
  }

  /// Nothing is known: no resource type is any cloud's.
  private init() {
    clouds = []
    main = Cloud.unknown
    own = .none
  }

  /// The folders of packs that a person names in `CONSILIUM_CLOUDS`, divided by colons.
  package static func named(_ environment: [String: String]) -> [URL] {
    (environment["CONSILIUM_CLOUDS"] ?? "").split(separator: ":").map { URL(filePath: String($0)) }
  }

  /// Where the packs that ship lie.
  /// - Throws: `CloudError` where they do not stand beside the program.
  package static func shippedFolder() throws(CloudError) -> URL {
    do {
      return try ProgramData.folder(of: "Clouds").appending(path: "Data")
    } catch {
      throw CloudError(.broken, summary: error.summary, detail: error.detail)
    }
  }

  private static let shipped: Result<CloudCatalog, CloudError> = Result { () throws(CloudError) in
    try CloudCatalog(folders: [shippedFolder()])
  }

  private static let log = Log.of("clouds")

  private static let loaded = Mutex<(catalog: CloudCatalog?, generation: Int)>((nil, 0))

  /// Another number whenever other packs are current: what was made of them may be kept as long as it stays.
  package static var generation: Int { loaded.withLock { $0.generation } }

  /// The packs of this program: those that ship and those that `load` added. A program whose packs are broken ends
  /// in `load`, before this is asked.
  package static var current: CloudCatalog {
    if let loaded = loaded.withLock({ $0.catalog }) { return loaded }
    guard case .success(let shipped) = shipped else { return CloudCatalog() }
    return shipped
  }

  /// Reads the packs that ship and those of folders of a user's or an organisation's own, for the whole program; called
  /// once, before anything else.
  /// - Parameter knowledge: what users added without a pack.
  /// - Throws: `CloudError` where a pack is broken.
  package static func load(own folders: [URL] = [], knowledge: OwnKnowledge = .none) throws(CloudError) {
    let isOwn = !folders.isEmpty || knowledge != .none
    let catalog =
      isOwn ? try CloudCatalog(folders: [shippedFolder()] + folders, own: knowledge) : try shipped.get()
    log.debug(
      "packs: \(catalog.clouds.map { "\($0.id) of \($0.folder.path(percentEncoded: false))" }.joined(separator: ", "))"
    )
    loaded.withLock { $0 = (catalog, $0.generation + 1) }
  }

  /// Adds folders of rules for the rest of the program; before any rule is asked for.
  package static func add(ruleFolders: [URL]) throws(CloudError) {
    guard !ruleFolders.isEmpty else { return }
    let now = current
    let own = OwnKnowledge(folder: now.own.folder, ruleFolders: now.own.ruleFolders + ruleFolders)
    _ = try own.rules()
    loaded.withLock { $0 = (CloudCatalog(now, own: own), $0.generation + 1) }
  }

  private init(_ catalog: CloudCatalog, own: OwnKnowledge) {
    clouds = catalog.clouds
    main = catalog.main
    self.own = own
  }

  package subscript(id: String) -> Cloud? { clouds.first { $0.id == id } }

  /// The pack about Kubernetes objects; nil where none is.
  package var manifests: Cloud? { clouds.first(where: \.isForManifests) }

  /// Whether a cloud has recipes; false for a name that no pack has.
  package func hasRecipes(_ id: String) -> Bool {
    self[id].map { FileManager.default.fileExists(atPath: $0.url(.recipes).path(percentEncoded: false)) }
      ?? false
  }

  /// The clouds with recipes, as a sentence names them: `AWS, Azure and Kubernetes`.
  package var titlesWithRecipes: String {
    let titles = clouds.filter { hasRecipes($0.id) }.map(\.title)
    guard titles.count > 1, let last = titles.last else { return titles.first ?? "no cloud" }
    return titles.dropLast().joined(separator: ", ") + " and " + last
  }

  /// The region that the environment names for the main cloud, else that cloud's reference region.
  package func region(in environment: [String: String]) -> String {
    main.region(in: environment) ?? main.regions.reference
  }

  /// The cloud of a resource type; nil where no pack claims the type's name.
  package func cloud(ofType type: String) -> Cloud? { clouds.first { $0.owns(type: type) } }

  /// Whether a data source makes a policy document in JSON.
  package func isPolicyDocument(_ type: String) -> Bool { clouds.contains { $0.policyDocument == type } }

  /// The sources of all packs' providers, as `hashicorp/aws`.
  package var providerSources: [String] { clouds.flatMap(\.providers).map(\.source) }

  /// The cloud of a provider by its source, as `hashicorp/aws`; nil where no pack lists it.
  package func cloud(ofProvider source: String) -> Cloud? {
    clouds.first { $0.providers.contains { $0.source == source } }
  }

  /// The cloud whose price lists have a format; nil where none has.
  package func cloud(priceList format: String) -> Cloud? { clouds.first { $0.priceList == format } }

  private static func packs(in folder: URL) throws(CloudError) -> [URL] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)).sorted()
        .map { folder.appending(path: $0) }
        .filter {
          FileManager.default.fileExists(
            atPath: $0.appending(path: "cloud.yaml").path(percentEncoded: false))
        }
    } catch {
      throw CloudError(
        .unreadable, summary: "The folder of the clouds' packs cannot be read",
        detail: "\(folder.path(percentEncoded: false)): \(error.localizedDescription)")
    }
  }
}
