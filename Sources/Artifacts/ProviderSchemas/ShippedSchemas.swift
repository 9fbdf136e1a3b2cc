import Clouds
import Foundation
import Synchronization

/// The schemas of the clouds' packs, each read once, when first asked for.
enum ShippedSchemas {
  private static let known = Mutex<[URL: ProviderSchema]>([:])

  /// Nil where no pack holds a schema of the provider.
  static func schema(_ source: String) -> ProviderSchema? {
    guard let cloud = CloudCatalog.current.cloud(ofProvider: source) else { return nil }
    let url = file(of: source, in: cloud, ending: "schema")
    return known.withLock { known in
      if let schema = known[url] { return schema }
      guard let data = FileManager.default.contents(atPath: url.path(percentEncoded: false)),
        let schema = ProviderSchema(compact: Array(data))
      else { return nil }
      known[url] = schema
      return schema
    }
  }

  /// `schema/hashicorp-aws.schema` for `hashicorp/aws`.
  static func file(of source: String, in cloud: Cloud, ending: String) -> URL {
    cloud.url(.schemas).appending(path: "\(source.replacing("/", with: "-")).\(ending)")
  }
}
