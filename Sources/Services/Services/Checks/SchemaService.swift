import Basics
import FoundationEssentials
import ProviderSchemas

/// The provider schemas at hand: those that ship, and those the person imported, which come first.
package struct SchemaService: Sendable {
  private let folder: String

  package init(installation: Installation) {
    folder = "\(installation.stateFolder)/schemas"
  }

  /// Every schema at hand. Throws where an imported one cannot be read.
  package func shelf() throws -> SchemaShelf { SchemaShelf(try imported(), includesShipped: true) }

  private func imported() throws -> [ProviderSchema] {
    guard FileManager.default.fileExists(atPath: folder) else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().filter {
      $0.hasSuffix(".schema")
    }.map {
      let bytes = Array(try Data(contentsOf: URL(filePath: "\(folder)/\($0)")))
      guard let schema = ProviderSchema(compact: bytes) else {
        throw Diagnostic(
          code: "schema.damaged", summary: "Damaged schema",
          detail: "The imported schema cannot be read. Remove it or import it again.",
          range: SourceRange(file: "\(folder)/\($0)"))
      }
      return schema
    }
  }

  /// What a resource type accepts, a line each, what has to be set first; nil where no schema at hand knows the type.
  /// - Parameter limit: bytes of the text, at most.
  package func slice(of type: String, limit: Int) throws -> String? {
    SchemaDesk(shelf: try shelf()).schema(of: type, limit: limit)
  }

  /// Resource types whose name begins so, sorted.
  package func types(beginning: String) throws -> [String] {
    let shelf = try shelf()
    let types = shelf.sources.compactMap(shelf.preferred).flatMap(\.resourceTypes)
    return Set(types.filter { $0.hasPrefix(beginning) }).sorted()
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

  /// Every schema at hand, in the order of their sources and versions.
  package func list() throws -> [Listing] {
    let shelf = try shelf()
    return shelf.sources.flatMap { source in
      shelf.versions(of: source).compactMap { shelf.schema(of: source, version: $0) }.map {
        Listing(
          source: $0.source, version: $0.version, resourceTypes: $0.resourceTypes.count,
          dataSources: $0.dataSourceTypes.count)
      }
    }
  }

  /// Keeps the schemas of a `providers schema -json` document and gives their names.
  /// - Parameters:
  ///   - lock: the text of the lock file beside it, which says the versions; nil where there is none.
  ///   - versions: versions by source, before what the lock file says.
  ///   - isShape: whether the document was made of bindings for a programming language, which tell less.
  ///   - target: the folder to write to; by default the person's own.
  package func add(
    _ document: JSONValue, lock: String?, versions: [String: String] = [:], isShape: Bool = false,
    target: String? = nil
  ) throws -> [String] {
    let folder = target ?? folder
    let known = (lock.map(LockFile.versions(text:)) ?? [:]).merging(versions) { $1 }
    let compact = try SchemaImport.compact(document, versions: known, isShape: isShape) { source in
      ProviderSchema.shipped(source)
    }
    if let source = compact.keys.sorted().first(where: { known[$0].flatMap { ProviderVersion($0) } == nil }) {
      throw Diagnostic(
        code: "schema.version", summary: "No version",
        detail:
          "The document does not say which version of \(source) it is of. Name the lock file beside it with --lock, or "
          + "the version with --version \(source)=1.2.3.")
    }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return try compact.sorted { $0.key < $1.key }.map { source, text in
      guard let schema = ProviderSchema(compact: Array(text.utf8)) else {
        throw Diagnostic(
          code: "schema.format", summary: "Not a schema document",
          detail: "The schema of \(source) cannot be read.")
      }
      let file = URL(filePath: "\(folder)/\(source.replacing("/", with: "-"))@\(schema.version).schema")
      try Data(text.utf8).write(to: file, options: .atomic)
      return schema.name
    }
  }
}
