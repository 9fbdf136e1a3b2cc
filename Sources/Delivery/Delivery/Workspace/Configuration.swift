import Basics
import Bundles
import Digests
import Foundation
import FoundationEssentials
import Manifests
import Vocabulary

/// The files to plan: a bundle as `ask` wrote it, checked against its digests, or a folder of configuration.
package struct Configuration: Sendable {
  /// The folder as an absolute path.
  package let folder: String
  /// By path from the root module's folder.
  package let infrastructure: [String: Data]
  /// By path, below `manifests/`.
  package let manifests: [String: Data]
  /// Who refuses the bundle that the files are of, and why.
  package private(set) var vetoes: [String] = []

  /// More than this is no configuration but somebody's home.
  private static let limit = (files: 2000, bytes: 32 << 20)

  /// Throws `BundleError` for a bundle that was changed, `DeliveryError` where there is nothing to plan.
  package static func read(_ folder: String) throws -> Configuration {
    var absolute = URL(filePath: folder).standardizedFileURL.path(percentEncoded: false)
    if absolute.count > 1, absolute.hasSuffix("/") { absolute.removeLast() }
    if FileManager.default.fileExists(atPath: "\(absolute)/bundle.json") {
      let bundle = try BundleFolder(path: absolute).read()
      var configuration = try Configuration(
        folder: absolute, files: bundle.files.map { ($0.path, Data($0.content.utf8)) })
      configuration.vetoes = bundle.manifest.vetoes ?? []
      return configuration
    }
    var configuration = try Configuration(folder: absolute, files: try plainFiles(absolute))
    configuration.vetoes = try vetoes(ofBundleAround: absolute, configuration)
    return configuration
  }

  /// The files of a bundle keep its vetoes also where their own folder is named; files that were edited since have answered
  /// to nobody, and are a person's.
  private static func vetoes(
    ofBundleAround folder: String, _ configuration: Configuration
  ) throws(BundleError) -> [String] {
    let around = URL(filePath: folder).deletingLastPathComponent().path(percentEncoded: false)
    guard FileManager.default.fileExists(atPath: "\(around)bundle.json") else { return [] }
    let manifest = try BundleFolder(path: around).manifest()
    let digests = configuration.digests
    let isWhole = manifest.files.filter { digests[$0.path] != nil }.allSatisfy {
      digests[$0.path] == $0.sha256
    }
    return isWhole ? manifest.vetoes ?? [] : []
  }

  /// - Parameter files: path and content; `infrastructure/…` and `manifests/…`, everything else is left out.
  init(folder: String, files: [(path: String, content: Data)]) throws {
    func below(_ format: ArtifactFormat) -> [String: Data] {
      Dictionary(
        files.compactMap { file in format.name(of: file.path).map { ($0, file.content) } },
        uniquingKeysWith: { first, _ in first })
    }
    self.folder = folder
    let configuration = below(.openTofu)
    infrastructure = configuration.keys.contains(where: Self.isRootModule) ? configuration : [:]
    manifests = below(.kubernetes).filter { ArtifactFormat.kubernetes.names($0.key) }
    guard !infrastructure.isEmpty || !manifests.isEmpty else {
      throw DeliveryError(
        .nothingToPlan, summary: "There is nothing to plan",
        detail:
          "\(folder) has neither *.tf files nor manifests. Name a bundle that `consilium ask` wrote, its run, or a folder of configuration."
      )
    }
  }

  /// Every file under the name it has in a bundle.
  package var files: [String: Data] {
    Dictionary(
      uniqueKeysWithValues: infrastructure.map { (ArtifactFormat.openTofu.path(of: $0.key), $0.value) }
    )
    .merging(manifests.map { (ArtifactFormat.kubernetes.path(of: $0.key), $0.value) }) { first, _ in first }
  }

  var digests: [String: String] { files.mapValues { Digest(of: $0).hexadecimal } }

  /// The Kubernetes objects, in the order of their files. Throws `DiagnosticsError` with everything that is wrong.
  func objects() throws -> [Manifest] {
    var found: [Manifest] = []
    var diagnostics: [Diagnostic] = []
    for (path, content) in manifests.sorted(by: { $0.key < $1.key }) {
      let read = ManifestReader.read(
        String(decoding: content, as: UTF8.self), file: ArtifactFormat.kubernetes.path(of: path))
      found += read.manifests
      diagnostics += read.diagnostics
    }
    diagnostics += ManifestCheck.check(found)
    guard diagnostics.isEmpty else { throw DiagnosticsError(diagnostics) }
    return found
  }

  private static func isRootModule(_ path: String) -> Bool {
    !path.contains("/") && ArtifactFormat.openTofu.names(path)
  }

  /// The files of an ordinary folder under the names they would have in a bundle.
  private static func plainFiles(_ folder: String) throws -> [(path: String, content: Data)] {
    let manager = FileManager.default
    guard let names = manager.subpaths(atPath: folder) else {
      throw DeliveryError(
        .nothingToPlan, summary: "The folder cannot be read",
        detail: "Cannot read folder '\(folder)', and the id of no run begins so.")
    }
    if names.contains("terraform.tfstate") {
      throw DeliveryError(
        .foreignState, summary: "The folder has a state of its own",
        detail:
          "\(folder)/terraform.tfstate belongs to a tool that was run there; planning without it would make everything a second time. Use a backend, or move the state aside when it is not needed."
      )
    }
    var files: [(path: String, content: Data)] = []
    var bytes = 0
    for name in names.sorted() where isPlanned(name) {
      var isFolder = false
      guard manager.fileExists(atPath: "\(folder)/\(name)", isDirectory: &isFolder), !isFolder,
        let content = manager.contents(atPath: "\(folder)/\(name)")
      else { continue }
      bytes += content.count
      guard files.count < limit.files, bytes <= limit.bytes else {
        throw DeliveryError(
          .nothingToPlan, summary: "The folder is too large to be a configuration",
          detail:
            "\(folder) has more than \(limit.files) files or \(limit.bytes >> 20) MiB. Name the configuration's own folder."
        )
      }
      let isManifest = !name.contains("/") && ArtifactFormat.kubernetes.names(name)
      let isPlaced = ArtifactFormat.all.contains { $0.holds(name) }
      let format = isManifest ? ArtifactFormat.kubernetes : .openTofu
      files.append((isPlaced ? name : format.path(of: name), content))
    }
    return files
  }

  /// Nothing hidden besides the lock file, no state, no saved plan.
  private static func isPlanned(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    return (parts.last == ".terraform.lock.hcl" || !parts.contains { $0.hasPrefix(".") })
      && !path.contains(".tfstate") && !path.hasSuffix(".tfplan")
  }
}
