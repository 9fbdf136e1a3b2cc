import Basics
import Clouds
import Foundation

/// What one version of a provider accepts. The compact text stays as it is; blocks are read from it when asked for.
///
/// The text: a line `schema 1 SOURCE VERSION` (and `shape` where it is of a source that does not know how many blocks of a
/// kind there may be), a line with the offset of the provider's own block, a line with the
/// number of resource types and one `NAME OFFSET` line for each, the same for data sources, and one line for each
/// distinct block, which others refer to by its offset from the first of them.
package struct ProviderSchema: Sendable {
  /// `hashicorp/aws`.
  package let source: String
  package let version: String
  /// False where it was made of bindings, which do not tell every limit of nested blocks.
  package let knowsLimits: Bool
  private let bytes: [UInt8]
  private let blocksStart: Int
  private let providerOffset: Int
  private let resources: [String: Int]
  private let dataSources: [String: Int]

  package init?(compact bytes: [UInt8]) {
    var cursor = SchemaCursor(bytes)
    let header = cursor.line().split(separator: " ").map(String.init)
    guard header.count >= 4, header[0] == "schema", header[1] == "1", let offset = Int(cursor.line()),
      let resources = cursor.index(), let dataSources = cursor.index()
    else { return nil }
    source = header[2]
    version = header[3]
    knowsLimits = !header.dropFirst(4).contains("shape")
    providerOffset = offset
    self.resources = resources
    self.dataSources = dataSources
    self.bytes = bytes
    blocksStart = cursor.position
  }

  /// The schema of a provider that its cloud's pack holds, read when first asked for; nil where none does.
  package static func shipped(_ source: String) -> ProviderSchema? { ShippedSchemas.schema(source) }

  /// The schema of a resource type, by the pack of the cloud whose name it bears; nil where none knows it.
  package static func shippedResource(_ type: String) -> BlockSchema? {
    shipped(ofType: type)?.resource(type)
  }

  /// The schema that knows a resource type, by the pack of the cloud whose name it bears; nil where none does.
  package static func shipped(ofType type: String) -> ProviderSchema? {
    CloudCatalog.current.cloud(ofType: type)?.providers.lazy.compactMap { shipped($0.source) }
      .first { $0.resource(type) != nil }
  }

  /// Every schema that the packs hold.
  package static var shipped: [ProviderSchema] {
    CloudCatalog.current.clouds.flatMap(\.providers).compactMap { shipped($0.source) }
  }

  /// `hashicorp/aws 5.100.0`.
  package var name: String { "\(source) \(version)" }
  package var resourceTypes: some Collection<String> { resources.keys }
  package var dataSourceTypes: some Collection<String> { dataSources.keys }
  /// The schema of `provider` blocks.
  package var provider: BlockSchema { block(at: providerOffset) }

  /// The schema of a resource type, nil where the provider has none of that name.
  package func resource(_ type: String) -> BlockSchema? { resources[type].map(block) }

  /// The schema of a data source, nil where the provider has none of that name.
  package func dataSource(_ type: String) -> BlockSchema? { dataSources[type].map(block) }

  /// The schema of a nested block.
  package func block(_ nested: BlockSchema.NestedBlock) -> BlockSchema { block(at: nested.offset) }

  private func block(at offset: Int) -> BlockSchema {
    var cursor = SchemaCursor(bytes, at: blocksStart + offset)
    return cursor.block()
  }
}
