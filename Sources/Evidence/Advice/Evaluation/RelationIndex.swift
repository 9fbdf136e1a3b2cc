import HCL
import ResourceGraph
import Synchronization

/// Finds which resources of a type name another one in an argument: by reference, or by the text of its name or
/// identifier. Each pair of type and argument is gone through once.
final class RelationIndex: Sendable {
  private struct Entry {
    /// The addresses of those that name a block, each with the reference.
    var byTarget: [String: [(address: String, reference: Reference)]] = [:]
    var byText: [String: [String]] = [:]
    /// Whether some resource of the type names something that cannot be told.
    var isOpen = false
  }

  private struct Key: Hashable {
    var type: String
    var path: String
  }

  private let graph: ResourceGraph
  private let entries = Mutex<[Key: Entry]>([:])

  init(_ graph: ResourceGraph) {
    self.graph = graph
  }

  /// The resources of a type whose argument names this one. Nil where there is none, but one names something unknown.
  func referrers(of resource: Resource, type: String, path: String, in working: WorkingGraph) -> [Resource]? {
    let entry = entry(Key(type: type, path: path))
    var addresses = (entry.byTarget[resource.blockAddress] ?? []).filter { $0.reference.means(resource) }
      .map(\.address)
    if addresses.isEmpty { addresses = names(of: resource).flatMap { entry.byText[$0] ?? [] } }
    var seen: Set<String> = [resource.address]
    let found = addresses.filter { seen.insert($0).inserted }.compactMap { working[$0] }
    let added = working.added(naming: resource).filter { candidate in
      candidate.type == type
        && candidate.references.contains { $0.path == path && $0.means(resource) }
    }
    return found.isEmpty && added.isEmpty && entry.isOpen ? nil : found + added
  }

  /// The resources of a type with a text in an argument.
  func resources(type: String, path: String, text: String, in working: WorkingGraph) -> [Resource] {
    (entry(Key(type: type, path: path)).byText[text] ?? []).compactMap { working[$0] }
  }

  /// Whether some resource of the type had an argument with a word in it in the beginning.
  func mentions(type: String, path: String, word: String) -> Bool {
    entry(Key(type: type, path: path)).byText.keys.contains { $0.contains(word) }
  }

  /// Whether there was such a resource in the beginning.
  func declares(type: String, path: String, text: String) -> Bool {
    entry(Key(type: type, path: path)).byText[text] != nil
  }

  private func names(of resource: Resource) -> [String] {
    Set(["id", "arn", "name", "bucket", "identifier"].compactMap { resource.attributes[$0]?.text }).filter {
      !$0.isEmpty
    }.sorted()
  }

  private func entry(_ key: Key) -> Entry {
    if let known = entries.withLock({ $0[key] }) { return known }
    var entry = Entry()
    for candidate in graph.resources(ofType: key.type) where candidate.kind != .configuration {
      let references = candidate.references.filter { $0.path == key.path }
      for reference in references {
        entry.byTarget[reference.target, default: []].append((candidate.address, reference))
      }
      var texts: Set<String> = []
      let isUnknown = Self.collect(
        candidate.attributes, path: key.path.split(separator: ".")[...], into: &texts)
      for text in texts { entry.byText[text, default: []].append(candidate.address) }
      if isUnknown, references.isEmpty { entry.isOpen = true }
    }
    entries.withLock { $0[key] = entry }
    return entry
  }

  /// The texts at a path through nested blocks and lists; true where one of them is not known.
  private static func collect(_ value: Value, path: ArraySlice<Substring>, into texts: inout Set<String>)
    -> Bool
  {
    switch value {
    case .unknown: return true
    case .list(let items):
      return items.reduce(false) { isUnknown, item in collect(item, path: path, into: &texts) || isUnknown }
    case .object(let members):
      guard let name = path.first, let member = members[String(name)] else { return false }
      return collect(member, path: path.dropFirst(), into: &texts)
    default:
      if path.isEmpty, let text = value.text { texts.insert(text) }
      return false
    }
  }
}
