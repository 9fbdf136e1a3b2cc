import HCL
import ResourceGraph
import Synchronization

/// Finds resources that belong together, by reference where there is one and by identifier where there is not, as in a
/// state. Each index is made when it is first asked for, so a walk over a graph stays linear.
final class ResourceIndex: Sendable {
  private let graph: ResourceGraph
  private let byBlock: [String: [Resource]]
  private let byValue = Mutex<[String: [String: [Resource]]]>([:])
  /// What another resource may name this one by.
  private static let identifiers = [
    "id", "arn", "name", "bucket", "identifier", "self_link", "cluster_identifier",
  ]

  init(_ graph: ResourceGraph) {
    self.graph = graph
    byBlock = Dictionary(grouping: graph.resources) { $0.blockAddress }
  }

  subscript(address: String) -> Resource? { graph[address] }

  /// The resources of a type with that text somewhere in an argument.
  func find(_ type: String, argument: String, text: String) -> [Resource] {
    byValue.withLock { indices in
      let name = "\(type)/\(argument)"
      if let index = indices[name] { return index[text] ?? [] }
      var index: [String: [Resource]] = [:]
      for resource in graph.resources(ofType: type) {
        for text in Self.texts(resource.attributes[argument] ?? .null) {
          index[text, default: []].append(resource)
        }
      }
      indices[name] = index
      return index[text] ?? []
    }
  }

  /// The resource that an argument refers to, of one of the types.
  func target(of resource: Resource, argument: String, types: [String]) -> Resource? {
    for reference in resource.references where reference.argument == argument {
      let found = byBlock[reference.target] ?? []
      let meant = reference.key == nil ? nil : found.first { reference.means($0) }
      if let match = meant ?? found.first(where: { $0.key == resource.key }) ?? found.first,
        types.isEmpty || types.contains(match.type)
      {
        return match
      }
    }
    for text in Self.texts(resource.attributes[argument] ?? .null) {
      for type in types {
        for identifier in Self.identifiers {
          if let match = find(type, argument: identifier, text: text).first { return match }
        }
      }
    }
    return nil
  }

  /// The resources of a type whose argument refers to `resource`.
  func related(to resource: Resource, type: String, argument: String) -> [Resource] {
    var found: [Resource] = []
    var seen: Set<String> = []
    for referrer in graph.referrers(of: resource) where referrer.type == type {
      let refers = referrer.references.contains { reference in
        let isOther = referrer.key != nil && resource.key != nil && referrer.key != resource.key
        return reference.argument == argument && reference.means(resource)
          && (reference.key != nil || !isOther)
      }
      if refers, seen.insert(referrer.address).inserted { found.append(referrer) }
    }
    for identifier in Self.identifiers {
      guard let text = resource.attributes[identifier]?.text, !text.isEmpty else { continue }
      for match in find(type, argument: argument, text: text)
      where !Self.refers(match, by: argument) && seen.insert(match.address).inserted { found.append(match) }
    }
    return found
  }

  /// Whether an argument refers to a resource, so that equal names of others mean nothing.
  static func refers(_ resource: Resource, by argument: String) -> Bool {
    resource.references.contains { $0.argument == argument && !$0.target.contains("var.") }
  }

  /// The first resource that refers further and further to something, at most four steps away, and has that attribute.
  func nearest(to resource: Resource, with attribute: String) -> Value? {
    let found = walk(from: resource) { target in
      if case .string = target.attributes[attribute] { true } else { false }
    }
    return found?.attributes[attribute]
  }

  /// The first resource of a type that `resource` refers to, perhaps through others.
  func reach(from resource: Resource, type: String) -> Resource? {
    walk(from: resource) { $0.type == type }
  }

  private func walk(from resource: Resource, until isFound: (Resource) -> Bool) -> Resource? {
    var seen: Set<String> = [resource.address]
    var level = [resource]
    for _ in 0..<4 {
      var next: [Resource] = []
      for one in level {
        for reference in one.references {
          for target in byBlock[reference.target] ?? [] where seen.insert(target.address).inserted {
            if isFound(target) { return target }
            next.append(target)
          }
        }
      }
      level = next
    }
    return nil
  }

  private static func texts(_ value: Value) -> [String] {
    switch value {
    case .string(let text): [text]
    case .list(let items): items.flatMap(texts)
    case .object(let members): members.values.flatMap(texts)
    default: []
    }
  }
}
