import HCL
import ResourceGraph

/// Finds the document an argument writes, whatever way it is written.
struct PolicyDocuments {
  let graph: ResourceGraph
  let names: ResourceNames

  /// The policy in an argument of a resource; nil where the argument is not set.
  func policy(of resource: Resource, argument: String, name: String) -> PermissionPolicy? {
    if let document = resource.documents[argument] {
      return PermissionPolicy(name: name, document: whole(document, of: resource, argument: argument))
    }
    guard let value = resource.attributes[argument], !value.isNull else { return nil }
    return policy(value, name: name)
  }

  /// The policy that a value writes.
  func policy(_ value: Value, name: String) -> PermissionPolicy {
    guard let text = value.text else { return PermissionPolicy(name: name, document: .unknown) }
    if let data = data(named: text) {
      return PermissionPolicy(name: name, document: document(of: data, depth: 0))
    }
    return PermissionPolicy(name: name, document: Value(json: text).map(names.meaning) ?? .unknown)
  }

  private func whole(_ document: Value, of resource: Resource, argument: String) -> Value {
    // A document that merges others is read where it is written.
    if let data = resource.attributes[argument]?.text.flatMap(data(named:)) {
      return self.document(of: data, depth: 0)
    }
    return names.meaning(of: document)
  }

  /// The data source whose text `⟨data.TYPE.NAME.json⟩` is.
  private func data(named text: String) -> Resource? {
    guard text.hasPrefix("\u{27E8}"), text.hasSuffix(".json\u{27E9}") else { return nil }
    return graph[String(text.dropFirst().dropLast(".json\u{27E9}".count))]
  }

  /// What a data source writes, with the documents it merges where these are here.
  private func document(of data: Resource, depth: Int) -> Value {
    guard depth < 8, case .object(var members) = data.documents["json"] ?? .unknown else { return .unknown }
    guard case .list(let statements)? = members["Statement"] else {
      return names.meaning(of: .object(members))
    }
    var merged = statements.filter { !$0.isUnknown }
    for argument in ["source_policy_documents", "override_policy_documents"] {
      for item in data.attributes[argument]?.elements ?? [] {
        let other =
          item.text.flatMap(self.data(named:)).map { document(of: $0, depth: depth + 1) }
          ?? item.text.flatMap { Value(json: $0) }
        if case .list(let more)? = other?["Statement"] { merged += more } else { merged.append(.unknown) }
      }
      if data.attributes[argument]?.isUnknown == true { merged.append(.unknown) }
    }
    members["Statement"] = .list(merged)
    return names.meaning(of: .object(members))
  }
}
