import Basics
import Foundation
import ManifestSchemas

/// The schemas of kinds of Kubernetes objects at hand: those that ship, and those the person imported, which come first.
package struct KindService: Sendable {
  private let folder: String

  package init(installation: Installation) {
    folder = "\(installation.stateFolder)/schemas"
  }

  /// Every schema at hand.
  /// - Throws: where an imported one cannot be read.
  package func shelf() throws -> KindShelf { KindShelf(try imported(), includesShipped: true) }

  /// A file of kinds as lists show it.
  package struct Listing: Sendable {
    /// `kubernetes 1.37.0`.
    package let name: String
    package let kinds: Int
  }

  /// Every file of kinds at hand.
  package func list() throws -> [Listing] {
    try shelf().all.map { Listing(name: "\($0.name) \($0.version)", kinds: $0.names.count) }
      .sorted { $0.name < $1.name }
  }

  /// Keeps the kinds that files describe.
  /// - Parameters:
  ///   - paths: files or folders of CustomResourceDefinitions, of a cluster's `/openapi/v3`, or of JSON schemas.
  ///   - name: what they are of, one word.
  ///   - target: the folder to write to; by default the person's own.
  /// - Returns: what was kept.
  /// - Throws: a diagnostic for what cannot be read or describes no kind.
  package func add(_ paths: [String], name: String, version: String, target: String? = nil) throws -> Listing
  {
    guard
      [name, version].allSatisfy({ !$0.isEmpty && !$0.contains(where: { $0.isWhitespace || $0 == "/" }) })
    else {
      throw Diagnostic(
        code: "schema.name", summary: "Not a name", detail: "Name and version are one word each, without '/'."
      )
    }
    var texts: [String: String] = [:]
    for path in paths {
      for (file, text) in try Self.texts(path) { texts[file] = text }
    }
    let compact = try KindSources.compact(
      texts, name: name, version: version, demands: try KindDemands.shipped())
    let folder = target ?? folder
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    guard let schemas = KindSchemas(compact: Array(compact.utf8)) else {
      throw Diagnostic(
        code: "schema.format", summary: "Not a schema document", detail: "What was made of it cannot be read."
      )
    }
    try Data(compact.utf8).write(
      to: URL(filePath: "\(folder)/\(name)@\(version)\(KindShelf.ending)"), options: .atomic)
    return Listing(name: "\(name) \(version)", kinds: schemas.names.count)
  }

  /// Of a folder in the layout that validators of manifests use, what holds the definitions is enough.
  private static func texts(_ path: String) throws -> [String: String] {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder else {
      return [path: try SourceFile.text(path, code: code)]
    }
    for name in ["_definitions.json", "definitions.json"] {
      let file = "\(path)/\(name)"
      if FileManager.default.fileExists(atPath: file) { return [file: try SourceFile.text(file, code: code)] }
    }
    return try SourceFile.manifestTexts(in: path, prefix: "\(path)/", code: code)
  }

  private static let code = "schema.unreadable"

  private func imported() throws -> [KindSchemas] {
    guard FileManager.default.fileExists(atPath: folder) else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().filter {
      $0.hasSuffix(KindShelf.ending)
    }.map {
      guard let schemas = KindSchemas(compact: Array(try Data(contentsOf: URL(filePath: "\(folder)/\($0)"))))
      else {
        throw Diagnostic(
          code: "schema.damaged", summary: "Damaged schema",
          detail: "The imported schema cannot be read. Remove it or import it again.",
          range: SourceRange(file: "\(folder)/\($0)"))
      }
      return schemas
    }
  }
}
