import Basics
import FoundationEssentials
import HCL
import ProviderSchemas

/// The provider schemas at hand: those that ship, and those the person imported, which come first.
package struct SchemaService: Sendable {
  private let folder: String

  package init(installation: Installation) {
    folder = "\(installation.stateFolder)/schemas"
  }

  /// Every schema, one for each provider source. Throws where an imported one cannot be read.
  package func schemas() throws -> [ProviderSchema] {
    var schemas: [String: ProviderSchema] = [:]
    for shipped in ProviderSchema.shipped { schemas[shipped.source] = shipped }
    guard FileManager.default.fileExists(atPath: folder) else { return Array(schemas.values) }
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    where name.hasSuffix(".schema") {
      let bytes = Array(try Data(contentsOf: URL(filePath: "\(folder)/\(name)")))
      guard let schema = ProviderSchema(compact: bytes) else {
        throw Diagnostic(
          code: "schema.damaged", summary: "Damaged schema",
          detail: "The imported schema cannot be read. Remove it or import it again.",
          range: SourceRange(file: "\(folder)/\(name)"))
      }
      schemas[schema.source] = schema
    }
    return schemas.values.sorted { $0.source < $1.source }
  }

  /// A schema as lists show it.
  package struct Listing: Sendable {
    /// `hashicorp/aws`.
    package let source: String
    package let version: String
    package let resourceTypes: Int
    package let dataSources: Int

    /// `hashicorp/aws 5.100.0`.
    package var name: String { "\(source) \(version)" }
  }

  /// Every schema at hand, in the order of their sources.
  package func list() throws -> [Listing] {
    try schemas().map {
      Listing(
        source: $0.source, version: $0.version, resourceTypes: $0.resourceTypes.count,
        dataSources: $0.dataSourceTypes.count)
    }
  }

  /// Keeps the schemas of a `providers schema -json` document and gives their names.
  /// - Parameter lock: the text of the lock file beside it, which says the versions; nil where there is none.
  package func add(_ document: JSONValue, lock: String?) throws -> [String] {
    let compact = try SchemaImport.compact(document, versions: lock.map(Self.versions) ?? [:])
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return try compact.sorted { $0.key < $1.key }.map { source, text in
      guard let schema = ProviderSchema(compact: Array(text.utf8)) else {
        throw Diagnostic(
          code: "schema.format", summary: "Not a schema document",
          detail: "The schema of \(source) cannot be read.")
      }
      let file = URL(filePath: "\(folder)/\(source.replacing("/", with: "_")).schema")
      try Data(text.utf8).write(to: file, options: .atomic)
      return schema.name
    }
  }

  /// The versions in a lock file by source, `hashicorp/aws`.
  private static func versions(_ lock: String) -> [String: String] {
    var versions: [String: String] = [:]
    for block in HCLFile(path: ".terraform.lock.hcl", text: lock).body.blocks("provider") {
      guard let label = block.labels.first,
        let version = block.body.attribute("version")?.value.literalString
      else { continue }
      versions[label.split(separator: "/").suffix(2).joined(separator: "/")] = version
    }
    return versions
  }
}
