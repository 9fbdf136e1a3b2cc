import HCL
import ResourceGraph

/// Finds what stands at a path of a resource, and which resources it names.
struct ConfigurationLookup {
  /// Resources that a path names, and whether something there is known only when it is applied or lies outside of the files.
  struct Found {
    var resources: [Resource] = []
    var isOpen = false
  }

  let graph: ResourceGraph

  /// The values at `vpc_config.subnet_ids`, without those that are not set; the elements of lists one by one.
  func values(_ path: String, of resource: Resource) -> [Value] {
    var values = [resource.attributes]
    for name in path.split(separator: ".").map(String.init) {
      values = values.flatMap(Self.flat).compactMap { value in
        value.isUnknown ? .unknown : value[name]
      }
    }
    return values.flatMap(Self.flat).filter { !$0.isNull }
  }

  /// The resources named at `db_subnet_group_name > subnet_ids`.
  func resources(_ path: String, of resource: Resource) -> Found {
    let steps = path.split(separator: ">").map { $0.filter { $0 != " " } }
    var found = Found(resources: [resource])
    for (index, step) in steps.enumerated() {
      var next = Found(isOpen: found.isOpen)
      for resource in found.resources {
        let own = named(step, of: resource)
        next.resources += own.resources.filter { !next.resources.contains($0) }
        // What leads on and is not there only counts where it was said.
        next.isOpen = next.isOpen || own.isOpen
      }
      found = next
      if found.resources.isEmpty, index + 1 < steps.count { break }
    }
    return found
  }

  /// The resource that one value names: by the name for what only apply can tell, else by what the path refers to where that is one thing.
  func resource(for value: Value, at path: String, of holder: Resource) -> Resource? {
    if let known = value.text.flatMap(address).flatMap({ graph[$0] }), known.kind == .managed { return known }
    let references = holder.references.filter { $0.path == path }
    let targets = graph.resources(named: Set(references.map(\.target))).filter { target in
      target.kind == .managed && references.contains { $0.means(target) }
    }
    return Set(targets.map(\.blockAddress)).count == 1 ? targets.first : nil
  }

  /// Whether something stands at a path's beginning.
  func isSet(_ path: String, of resource: Resource) -> Bool {
    let first = path.split(separator: ">").first.map { $0.filter { $0 != " " } } ?? path
    return !values(first, of: resource).isEmpty
      || resource.references.contains { $0.path == first && !$0.target.contains("var.") }
  }

  /// The address in a name for what only apply can tell; nil for another text.
  func address(in text: String) -> String? {
    guard text.hasPrefix("\u{27E8}"), text.hasSuffix("\u{27E9}"),
      let end = text.lastIndex(of: ".")
    else { return nil }
    return String(text[text.index(after: text.startIndex)..<end])
  }

  private func named(_ path: String, of resource: Resource) -> Found {
    var found = Found()
    var unnamed = 0
    for value in values(path, of: resource) {
      guard let text = value.text else {
        unnamed += 1
        continue
      }
      let known = address(in: text).flatMap { graph[$0] }
      if let known, known.kind == .managed { found.resources.append(known) } else { unnamed += 1 }
    }
    guard found.resources.isEmpty || unnamed > 0 else { return found }
    // A name that is written out is the same as the one of the resource it is taken of.
    let references = resource.references.filter { $0.path == path }
    let others = graph.resources(named: Set(references.map(\.target))).filter { target in
      target.kind == .managed && references.contains { $0.means(target) }
        && !found.resources.contains(target)
    }
    found.resources += others
    found.isOpen = unnamed > 0 && others.isEmpty
    return found
  }

  private static func flat(_ value: Value) -> [Value] {
    value.elements?.flatMap(flat) ?? [value]
  }
}
