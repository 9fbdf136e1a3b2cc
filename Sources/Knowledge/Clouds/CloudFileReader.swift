import Basics
import StrictYAML

/// A mapping of a `cloud.yaml`, read by key. What is missing or unknown is said with its place.
struct CloudFileReader {
  let node: YAMLNode
  let file: String

  func allow(_ keys: Set<String>) throws(CloudError) {
    guard let pairs = node.pairs else { throw fault("A mapping is expected here.") }
    for pair in pairs where !keys.contains(pair.key) {
      throw fault(
        "'\(pair.key)' is not a key here; known are \(keys.sorted().joined(separator: ", ")).",
        at: pair.keyPosition)
    }
  }

  func text(_ key: String) throws(CloudError) -> String {
    guard let text = node[key]?.text, !text.isEmpty else { throw fault("'\(key)' with a text is missing.") }
    return text
  }

  func optional(_ key: String) -> String? { node[key]?.text }

  func flag(_ key: String) -> Bool { node[key]?.json.bool ?? false }

  func texts(_ key: String) -> [String] { node[key]?.elements?.compactMap(\.text) ?? [] }

  func list(_ key: String) -> [CloudFileReader] {
    (node[key]?.elements ?? []).map { CloudFileReader(node: $0, file: file) }
  }

  /// Keys and mappings of a mapping, in their order; none where the key is missing.
  func entries(_ key: String) -> [(key: String, value: CloudFileReader)] {
    (node[key]?.pairs ?? []).map { ($0.key, CloudFileReader(node: $0.value, file: file)) }
  }

  func child(_ key: String) throws(CloudError) -> CloudFileReader {
    guard let child = node[key] else { throw fault("'\(key)' is missing.") }
    return CloudFileReader(node: child, file: file)
  }

  func fault(_ detail: String, at position: SourcePosition? = nil) -> CloudError {
    let range = SourceRange(file: file, start: position ?? node.position)
    return CloudError(.broken, summary: "A cloud's pack is broken", detail: "\(range): \(detail)")
  }
}
