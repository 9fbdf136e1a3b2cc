import Basics
import Foundation
import StrictYAML

/// The keys that a system knows, by the part of a file that they stand in.
struct KeyTable: Sendable {
  /// The keys of one part.
  struct Part: Sendable {
    var required: [String]
    var known: [String]
  }

  private let parts: [String: Part]

  /// - Throws: `PipelinesError` where the table that comes with the program is missing or broken.
  init(of system: PipelineSystem) throws(PipelinesError) {
    do {
      let file = try ProgramData.folder(of: "Pipelines").appending(path: "Data/\(system.rawValue).yaml")
      let text = try String(contentsOf: file, encoding: .utf8)
      let document = try StrictYAML.document(text, file: file.lastPathComponent)
      parts = Dictionary(
        (document.pairs ?? []).map { pair in
          func texts(_ key: String) -> [String] { pair.value[key]?.elements?.compactMap(\.text) ?? [] }
          return (pair.key, Part(required: texts("required"), known: texts("known")))
        }, uniquingKeysWith: { first, _ in first })
    } catch {
      throw PipelinesError(
        .brokenFile, summary: "A file of the program is broken",
        detail: "The keys of \(system.title) cannot be read: \(error)")
    }
  }

  subscript(part: String) -> Part { parts[part] ?? Part(required: [], known: []) }
}
