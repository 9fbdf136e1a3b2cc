import Basics
import Foundation
import StrictYAML

/// The fields of events that Falco knows by itself, by class.
struct FieldTable: Sendable {
  private let classes: [String: [String]]

  /// - Throws: `FalcoRulesError` where the table that comes with the program is missing or broken.
  init() throws(FalcoRulesError) {
    do {
      let file = try ProgramData.folder(of: "FalcoRules").appending(path: "Data/fields.yaml")
      let document = try StrictYAML.document(
        try String(contentsOf: file, encoding: .utf8), file: file.lastPathComponent)
      classes = Dictionary(
        (document.pairs ?? []).map { ($0.key, $0.value.elements?.compactMap(\.text) ?? []) },
        uniquingKeysWith: { first, _ in first })
    } catch {
      throw FalcoRulesError(
        .brokenFile, summary: "A file of the program is broken",
        detail: "The fields of Falco cannot be read: \(error)")
    }
  }

  /// What is wrong with a field: nil for one that is known and for one of a class that is not.
  func fault(of field: String) -> String? {
    let bare = field.prefix { $0 != "[" }
    guard let dot = bare.firstIndex(of: "."), let known = classes[String(bare[..<dot])] else { return nil }
    let name = String(bare[bare.index(after: dot)...])
    // The part behind `arg`, `mount` and `label` is chosen by whoever writes the rule.
    guard !known.contains(name),
      !known.contains(where: { Self.open.contains($0) && name.hasPrefix("\($0).") })
    else { return nil }
    return "There is no field '\(bare)'." + Spelling.hint(for: name, among: known)
  }

  /// Whether anything here knows the class of a field.
  func knows(_ field: String) -> Bool {
    field.split(separator: ".").first.map { classes[String($0)] != nil } ?? false
  }

  private static let open: Set<String> = ["arg", "rawarg", "mount", "label", "pod.label", "env"]
}
