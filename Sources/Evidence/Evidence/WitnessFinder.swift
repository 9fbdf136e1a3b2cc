import Basics
import HCL
import ResourceGraph
import Vocabulary

/// Finds the line of a file that shows a claim: that of the argument which the claim is about, else that of the resource.
struct WitnessFinder {
  /// By path.
  private let files: [String: HCLFile]

  /// - Parameter artifacts: those of the draft.
  init(_ artifacts: [Artifact]) {
    files = artifacts.texts(of: .openTofu).reduce(into: [:]) {
      $0[$1.key] = HCLFile(path: $1.key, text: $1.value)
    }
  }

  /// - Parameter condition: what has to hold of the resource, over `self`.
  /// - Returns: `infrastructure/database.tf:12`; nil where the resource is written in none of the files.
  func place(of resource: Resource, condition: String?) -> String? {
    guard let range = resource.range else { return nil }
    let line = argumentLine(of: resource, at: range, condition: condition) ?? range.start.line
    return "\(range.file):\(line)"
  }

  private func argumentLine(of resource: Resource, at range: SourceRange, condition: String?) -> Int? {
    guard let condition,
      let block = files[range.file]?.body.blocks.first(where: { $0.range.start.line == range.start.line })
    else { return nil }
    for name in Self.arguments(in: condition) {
      if let line = Self.line(of: name, in: block.body) { return line }
    }
    return nil
  }

  /// Names behind `self.` and in quotation marks, in the order of the condition.
  private static func arguments(in condition: String) -> [String] {
    var names: [String] = []
    var word = ""
    for character in condition + " " {
      if character.isLetter || character.isNumber || character == "_" {
        word.append(character)
        continue
      }
      if !word.isEmpty, word != "self", word.first?.isLetter == true { names.append(word) }
      word = ""
    }
    return names
  }

  private static func line(of name: String, in body: Body) -> Int? {
    if let attribute = body.attribute(name) { return attribute.value.range.start.line }
    for block in body.blocks {
      if block.type == name { return block.range.start.line }
      if let line = line(of: name, in: block.body) { return line }
    }
    return nil
  }
}
