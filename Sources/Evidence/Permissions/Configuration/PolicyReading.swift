import HCL
import ResourceGraph

/// Reads the identities of a configuration and what is attached to them.
struct PolicyReading {
  let graph: ResourceGraph
  let book: PermissionBook
  let names: ResourceNames

  var documents: PolicyDocuments { PolicyDocuments(graph: graph, names: names) }
  /// The resources that attach something, looked for once and not for each identity.
  private let attachments: [Resource]

  init(graph: ResourceGraph, book: PermissionBook, names: ResourceNames) {
    self.graph = graph
    self.book = book
    self.names = names
    attachments = graph.resources.filter { book.attachments[$0.type] != nil }
  }

  func identities() -> [PermissionModel.Identity] {
    let groups = groupPolicies()
    return graph.resources.compactMap { resource in
      guard resource.kind == .managed, let type = book.requesters[resource.type],
        let requester = Requester(names.name(of: resource))
      else { return nil }
      var identity = PermissionModel.Identity(address: resource.address, requester: requester)
      identity.policies = ownPolicies(of: resource, type: type) + attached(to: resource)
      for (group, members) in groups where isNamed(resource, by: members) { identity.policies += group }
      if let boundary = type.boundary, let value = resource.attributes[boundary], !value.isNull {
        identity.boundaries = [managed(value)]
      }
      return identity
    }
  }

  /// What stands in the resource itself.
  private func ownPolicies(of resource: Resource, type: PermissionBook.RequesterType) -> [PermissionPolicy] {
    var found: [PermissionPolicy] = []
    if let path = type.inline?.split(separator: ".").map(String.init), path.count == 2 {
      for block in resource.attributes[path[0]]?.elements ?? [] {
        guard let value = block[path[1]] else { continue }
        found.append(documents.policy(value, name: "\(resource.address), \(block["name"]?.text ?? path[0])"))
      }
    }
    if let argument = type.managed, let value = resource.attributes[argument] {
      found += (value.elements ?? [value]).map(managed)
    }
    return found
  }

  /// What other resources attach to one.
  private func attached(to resource: Resource) -> [PermissionPolicy] {
    attachments.flatMap { attachment -> [PermissionPolicy] in
      guard let form = book.attachments[attachment.type],
        form.to.contains(where: { isNamed(resource, in: attachment, argument: $0) })
      else { return [] }
      if let argument = form.document {
        return documents.policy(of: attachment, argument: argument, name: attachment.address).map { [$0] }
          ?? []
      }
      guard let value = form.managed.flatMap({ attachment.attributes[$0] }) else { return [] }
      return (value.elements ?? [value]).map(managed)
    }
  }

  /// The policies of each group, with the values that name its members.
  private func groupPolicies() -> [(policies: [PermissionPolicy], members: [Value])] {
    graph.resources.filter { book.groups.contains($0.type) }.map { group in
      let members = graph.resources.compactMap { membership -> Value? in
        guard let form = book.memberships[membership.type],
          isNamed(group, in: membership, argument: form.groups)
        else { return nil }
        return membership.attributes[form.members]
      }
      return (attached(to: group), members)
    }
  }

  /// A policy by its name: one of the configuration, one that the cloud keeps, or one that is not here.
  func managed(_ value: Value) -> PermissionPolicy {
    guard let text = value.text.map(names.meaning(of:)) else {
      return PermissionPolicy(unreadable: "a policy", reason: "a policy whose name is known only after apply")
    }
    for (type, argument) in book.managedPolicies {
      for resource in graph.resources(ofType: type) where names.name(of: resource) == text {
        return documents.policy(of: resource, argument: argument, name: resource.address)
          ?? PermissionPolicy(
            unreadable: resource.address, reason: "\(resource.address), which has no document,")
      }
    }
    if let kept = book.keptPolicies.first(where: { text.hasSuffix(":policy/\($0.key)") }) {
      return PermissionPolicy(name: kept.key, document: Value(kept.value))
    }
    return PermissionPolicy(unreadable: text, reason: "the policy \(text), which is not here,")
  }

  private func isNamed(_ resource: Resource, by values: [Value]) -> Bool {
    values.contains { value in (value.elements ?? [value]).contains { isName($0, of: resource) } }
  }

  /// Whether an argument of another resource names this one.
  func isNamed(_ resource: Resource, in other: Resource, argument: String) -> Bool {
    guard let value = other.attributes[argument] else { return false }
    if (value.elements ?? [value]).contains(where: { isName($0, of: resource) }) { return true }
    // What cannot be computed is known by what it refers to.
    guard !value.isWhollyKnown else { return false }
    return other.references.contains { $0.path == argument && $0.target == resource.blockAddress }
  }

  /// Whether a value is one of the names a resource goes by.
  private func isName(_ value: Value, of resource: Resource) -> Bool {
    guard let text = value.text.map(names.meaning(of:)) else { return false }
    if text == names.name(of: resource) || text.hasPrefix("\u{27E8}\(resource.address).") { return true }
    return ["name", "bucket", "id", "function_name"].contains { resource.attributes[$0]?.text == text }
      || book.aliases[resource.type]?.keys.contains {
        names.meaning(of: "\u{27E8}\(resource.address).\($0)\u{27E9}") == text
      } ?? false
  }
}
