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
  /// Addresses by what the cloud calls a resource, where that is known: in states and in plans of what is there. Nil where two are
  /// called the same.
  private let identified: [String: String?]

  init(graph: ResourceGraph) {
    self.graph = graph
    var identified: [String: String?] = [:]
    for resource in graph.resources where resource.kind == .managed {
      let names = ["id", "arn"].compactMap { resource.attributes[$0]?.text }
      for name in Set(names) where !name.hasPrefix("\u{27E8}") {
        identified[name] = .some(identified.keys.contains(name) ? nil : resource.address)
      }
    }
    self.identified = identified
  }

  /// The resources of some types that the configuration makes, each with what is said of its type; types in the order of their names.
  func managed<Entry>(_ types: [String: Entry]) -> [(resource: Resource, entry: Entry)] {
    types.sorted { $0.key < $1.key }.flatMap { type, entry in
      graph.resources(ofType: type).filter { $0.kind == .managed }.map { ($0, entry) }
    }
  }

  /// The values at `vpc_config.subnet_ids` or `launch_template.id > network_interfaces.associate_public_ip_address`, without those that
  /// are not set; the elements of lists one by one.
  func values(_ path: String, of resource: Resource) -> [Value] {
    let steps = Self.steps(path)
    guard let last = steps.last else { return [] }
    return steps.dropLast().reduce([resource]) { owners, step in
      owners.flatMap { named(step, of: $0).resources }
    }.flatMap { direct(last, of: $0) }
  }

  /// The resources named at `db_subnet_group_name > subnet_ids`.
  func resources(_ path: String, of resource: Resource) -> Found {
    Self.steps(path).reduce(Found(resources: [resource])) { found, step in
      var next = Found(isOpen: found.isOpen)
      for owner in found.resources {
        let own = named(step, of: owner)
        next.resources += own.resources.filter { !next.resources.contains($0) }
        next.isOpen = next.isOpen || own.isOpen
      }
      return next
    }
  }

  /// The resources named at a path; none where there is no path.
  func resources(at path: String?, of resource: Resource) -> [Resource] {
    path.map { resources($0, of: resource).resources } ?? []
  }

  /// The resource that one value names: by the name for what only apply can tell, else by what the path refers to where that is one
  /// thing. A plan says of blocks that may also be written as a list only what all of them together refer to.
  /// - Parameter isMeant: whether a type is one that the value can name.
  func resource(
    for value: Value, at path: String, of holder: Resource, where isMeant: (_ type: String) -> Bool
  ) -> Resource? {
    if let known = resource(named: value) { return known }
    let exact = referred(at: path, of: holder)
    let whole = exact.isEmpty ? path.firstIndex(of: ".").map { String(path[..<$0]) } : nil
    let targets = (whole.map { referred(at: $0, of: holder) } ?? exact).filter { isMeant($0.type) }
    return Set(targets.map(\.blockAddress)).count == 1 ? targets.first : nil
  }

  /// Whether something stands at a path's beginning.
  func isSet(_ path: String, of resource: Resource) -> Bool {
    guard let first = Self.steps(path).first else { return false }
    return !direct(first, of: resource).isEmpty
      || resource.references.contains { $0.path == first && !$0.target.contains("var.") }
  }

  /// Whole numbers at a path.
  func integers(_ path: String, of resource: Resource) -> [Int] {
    values(path, of: resource).compactMap { $0.number.flatMap { Int(exactly: $0) } }
  }

  private static func steps(_ path: String) -> [String] {
    path.split(separator: ">").map { $0.filter { $0 != " " } }
  }

  private func direct(_ path: String, of resource: Resource) -> [Value] {
    path.split(separator: ".").map(String.init).reduce([resource.attributes]) { values, name in
      values.flatMap(Self.flat).compactMap { $0.isUnknown ? .unknown : $0[name] }
    }.flatMap(Self.flat).filter { !$0.isNull }
  }

  private func named(_ path: String, of resource: Resource) -> Found {
    let values = direct(path, of: resource)
    var found = Found(resources: values.compactMap(self.resource(named:)))
    let unnamed = values.count - found.resources.count
    guard found.resources.isEmpty || unnamed > 0 else { return found }
    // A name that is written out is the same as the one of the resource it is taken of.
    let others = referred(at: path, of: resource).filter { !found.resources.contains($0) }
    found.resources += others
    found.isOpen = unnamed > 0 && others.isEmpty
    return found
  }

  /// By what the cloud calls it, or by the name for what only apply can tell.
  private func resource(named value: Value) -> Resource? {
    if let text = value.text, let address = identified[text] ?? nil { return graph[address] }
    guard let text = value.text, text.hasPrefix("\u{27E8}"), text.hasSuffix("\u{27E9}"),
      let end = text.lastIndex(of: "."),
      let known = graph[String(text[text.index(after: text.startIndex)..<end])], known.kind == .managed
    else { return nil }
    return known
  }

  /// What an argument refers to.
  private func referred(at path: String, of holder: Resource) -> [Resource] {
    let references = holder.references.filter { $0.path == path }
    return graph.resources(named: Set(references.map(\.target))).filter { target in
      target.kind == .managed && references.contains { $0.means(target) }
    }
  }

  private static func flat(_ value: Value) -> [Value] {
    value.elements?.flatMap(flat) ?? [value]
  }
}
