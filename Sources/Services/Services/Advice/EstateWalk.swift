import Advice
import Basics
import Foundation

/// The estates below a folder: every state and plan in it, with the code beside each.
struct EstateWalk {
  struct Place: Sendable {
    /// The path below the folder: part of every fingerprint.
    var name: String
    var paths: [String]
  }

  let places: [Place]

  /// - Parameter shard: only what it has; nil for all.
  /// - Throws: a `Diagnostic` where there is no such folder or nothing in it.
  init(folder: String, shard: Shard?) throws {
    guard let names = FileManager.default.enumerator(atPath: folder) else {
      throw Self.fault(folder, detail: "There is no such folder.")
    }
    var found: [String] = []
    while let name = names.nextObject() as? String {
      let parts = name.split(separator: "/")
      guard !parts.contains(where: { $0.hasPrefix(".") }),
        name.hasSuffix(".tfstate") || name.hasSuffix(".json"),
        !name.hasSuffix(".tf.json"), !name.hasSuffix(".tofu.json")
      else { continue }
      found.append(name)
    }
    guard !found.isEmpty else {
      throw Self.fault(folder, detail: "There is no *.tfstate or *.json file below it.")
    }
    let root = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    places = found.sorted().filter { shard?.has($0) ?? true }.map { name in
      let path = "\(root)/\(name)"
      let beside = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
      return Place(name: name, paths: [path] + (Self.hasCode(beside) ? [String(beside.dropLast())] : []))
    }
  }

  private static func hasCode(_ folder: String) -> Bool {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      // The state in it is read next, and says what is wrong.
      return false
    }
    return names.contains { $0.hasSuffix(".tf") || $0.hasSuffix(".tofu") }
  }

  private static func fault(_ path: String, detail: String) -> Diagnostic {
    Diagnostic(
      code: "advice.source", summary: "Cannot be read", detail: detail, range: SourceRange(file: path))
  }
}
