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
      for entry in body.blocks("terraform").requiredProviders {
        guard let source = entry.source else { continue }
        entries[entry.name] = (source, entry.version)
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
