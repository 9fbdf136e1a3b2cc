import Clouds
import Foundation
import Synchronization

/// The schemas of the clouds' packs, each read once, when first asked for.
///
/// A file is named for its provider and the version: `hashicorp-aws@5.100.0.schema`.
enum ShippedSchemas {
  private static let known = Mutex<[URL: ProviderSchema]>([:])
  private static let listed = Mutex<[String: [ProviderVersion: URL]]>([:])

  /// The providers whose pack holds a schema.
  static var sources: [String] {
    CloudCatalog.current.clouds.flatMap(\.providers).map(\.source).filter { !files(of: $0).isEmpty }
  }

  /// The versions that the packs hold of a provider.
  static func versions(of source: String) -> [ProviderVersion] { Array(files(of: source).keys) }

  /// The version that the pack pins, else the newest; nil where no pack holds a schema of the provider.
  static func schema(_ source: String) -> ProviderSchema? {
    let files = files(of: source)
    let provider = CloudCatalog.current.cloud(ofProvider: source)?.providers.first { $0.source == source }
    let pinned = provider?.version.flatMap { ProviderVersion($0) }.flatMap { files[$0] }
    return (pinned ?? files.max { $0.key < $1.key }?.value).flatMap(read)
  }

  static func schema(_ source: String, version: ProviderVersion) -> ProviderSchema? {
    files(of: source)[version].flatMap(read)
  }

  private static func read(_ url: URL) -> ProviderSchema? {
    known.withLock { known in
      if let schema = known[url] { return schema }
      guard let data = FileManager.default.contents(atPath: url.path(percentEncoded: false)),
        let schema = ProviderSchema(compact: Array(data))
      else { return nil }
      known[url] = schema
      return schema
    }
  }

  private static func files(of source: String) -> [ProviderVersion: URL] {
    guard let cloud = CloudCatalog.current.cloud(ofProvider: source) else { return [:] }
    let stem = name(of: source)
    return listed.withLock { listed in
      let key = "\(cloud.folder.path(percentEncoded: false)) \(source)"
      if let files = listed[key] { return files }
      var files: [ProviderVersion: URL] = [:]
      // Where the folder cannot be listed there is no schema, and what needs one is said to be not checked.
      let urls = (try? cloud.files(in: .schemas, endingIn: ".schema")) ?? []
      for url in urls {
        let parts = url.lastPathComponent.dropLast(".schema".count).split(separator: "@", maxSplits: 1)
        guard parts.count == 2, parts[0] == stem, let version = ProviderVersion(parts[1]) else { continue }
        files[version] = url
      }
      listed[key] = files
      return files
    }
  }

  private static func name(of source: String) -> String { source.lowercased().replacing("/", with: "-") }

  /// What the provider accepts beyond its schema, whatever the version: `schema/hashicorp-aws.accepts`.
  static func acceptedValues(of source: String, in cloud: Cloud) -> URL {
    cloud.url(.schemas).appending(path: "\(name(of: source)).accepts")
  }
}
