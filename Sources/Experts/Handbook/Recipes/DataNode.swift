import Experts
import Basics
import StrictYAML

/// A mapping of one of the handbook's files, read by key. A key that nobody reads is a mistake and said with its place.
struct DataNode {
  let node: YAMLNode
  let file: String

  init(_ node: YAMLNode, file: String) {
    self.node = node
    self.file = file
  }

  func allow(_ keys: Set<String>) throws(ExpertError) {
    guard let pairs = node.pairs else { throw fault("A mapping is expected here.") }
    for pair in pairs where !keys.contains(pair.key) {
      throw fault("'\(pair.key)' is not a key here.", at: pair.keyPosition)
    }
  }

  var text: String? { node.text }

  var json: JSONValue { node.json }

  /// The keys of a mapping, in their order.
  var keys: [String] { (node.pairs ?? []).map(\.key) }

  func child(_ key: String) -> DataNode? { node[key].map { DataNode($0, file: file) } }

  func string(_ key: String) throws(ExpertError) -> String {
    guard let text = node[key]?.text else { throw fault("'\(key)' with a text is missing.") }
    return text
  }

  func string(_ key: String, default value: String) -> String { node[key]?.text ?? value }

  func flag(_ key: String) -> Bool { node[key]?.json.bool ?? false }

  func integer(_ key: String) -> Int? { node[key]?.json.integer }

  func strings(_ key: String) -> [String] {
    node[key]?.elements?.compactMap(\.text) ?? node[key]?.text.map { [$0] } ?? []
  }

  /// The elements of a list, or none where the key is missing.
  func list(_ key: String) -> [DataNode] {
    (node[key]?.elements ?? []).map { DataNode($0, file: file) }
  }

  /// Keys and values of a mapping, in their order; none where the key is missing.
  func entries(_ key: String) -> [(key: String, value: DataNode)] {
    (node[key]?.pairs ?? []).map { ($0.key, DataNode($0.value, file: file)) }
  }

  /// A mapping of plain values.
  func values(_ key: String) -> [String: JSONValue] {
    Dictionary(entries(key).map { ($0.key, $0.value.json) }, uniquingKeysWith: { first, _ in first })
  }

  func texts(_ key: String) -> [String: String] {
    Dictionary(
      entries(key).compactMap { entry in entry.value.text.map { (entry.key, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  func fault(_ detail: String, at position: SourcePosition? = nil) -> ExpertError {
    let range = SourceRange(file: file, start: position ?? node.position)
    return ExpertError(.failed, summary: "A file of the handbook is broken", detail: "\(range): \(detail)")
  }
}
