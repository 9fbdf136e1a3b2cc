import HCL
import Vocabulary

/// The providers a configuration needs, as a file of their own: two drafts with equal requirements share one `init`.
struct ProviderRequirements {
  /// `hashicorp/aws`, sorted.
  let sources: [String]
  /// A configuration that asks for the same providers and nothing else.
  let text: String

  init(files: [Artifact]) {
    var entries: [String: (source: String, version: String?)] = [:]
    for file in files {
      let body = HCLFile(path: file.path, text: file.content).body
      for block in body.blocks("terraform").flatMap({ $0.body.blocks("required_providers") }) {
        for attribute in block.body.attributes {
          var evaluator = Evaluator(scope: Scope())
          let value = evaluator.evaluate(attribute.value)
          guard case .string(let source) = value["source"] else { continue }
          var version: String?
          if case .string(let text) = value["version"] { version = text }
          entries[attribute.name] = (source, version)
        }
      }
      for block in body.blocks where block.type == "resource" || block.type == "data" {
        guard let type = block.labels.first, let prefix = type.split(separator: "_").first else { continue }
        let name = String(prefix)
        if entries[name] == nil, name != "terraform" { entries[name] = ("hashicorp/\(name)", nil) }
      }
    }
    sources = Set(entries.values.map(\.source)).sorted()
    let lines = entries.sorted { $0.key < $1.key }.map { name, entry in
      "    \(name) = { source = \"\(entry.source)\"\(entry.version.map { ", version = \"\($0)\"" } ?? "") }"
    }
    text = "terraform {\n  required_providers {\n\(lines.joined(separator: "\n"))\n  }\n}\n"
  }
}
