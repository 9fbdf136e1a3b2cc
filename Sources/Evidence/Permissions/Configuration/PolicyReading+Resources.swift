import HCL
import ResourceGraph

extension PolicyReading {
  /// The policies of resources, by the name of the resource.
  func resourcePolicies() -> [String: PermissionPolicy] {
    var found: [String: [PermissionPolicy]] = [:]
    for resource in graph.resources where resource.kind == .managed {
      if let form = book.resourcePolicies[resource.type],
        let policy = documents.policy(of: resource, argument: form.document, name: resource.address)
      {
        for name in owners(of: resource, argument: form.of) { found[name, default: []].append(policy) }
      }
      if let trust = book.requesters[resource.type]?.trust,
        let policy = documents.policy(of: resource, argument: trust, name: "the trust of \(resource.address)")
      {
        found[names.name(of: resource), default: []].append(policy)
      }
      if let form = book.resourceGrants[resource.type] {
        let policy = grant(resource, form: form)
        for name in owners(of: resource, argument: form.of) { found[name, default: []].append(policy) }
      }
    }
    for (type, document) in book.defaultPolicies {
      for resource in graph.resources(ofType: type) where found[names.name(of: resource)] == nil {
        found[names.name(of: resource)] = [
          PermissionPolicy(
            name: "the default policy of \(resource.address)", document: names.meaning(of: Value(document)))
        ]
      }
    }
    return found.mapValues(PermissionPolicy.init(merging:))
  }

  /// The names of the resources a policy is about.
  private func owners(of resource: Resource, argument: String?) -> [String] {
    guard let argument else { return [names.name(of: resource)] }
    let named = graph.resources.filter {
      $0.kind == .managed && $0.address != resource.address && isNamed($0, in: resource, argument: argument)
    }
    if named.isEmpty, let text = resource.attributes[argument]?.text { return [names.meaning(of: text)] }
    return named.map(names.name(of:))
  }

  /// A permission whose parts are arguments, as the statement it becomes.
  private func grant(_ resource: Resource, form: PermissionBook.ResourceGrant) -> PermissionPolicy {
    let principal = resource.attributes[form.principal] ?? .unknown
    let isService = principal.text?.contains(".") == true && principal.text?.hasPrefix("arn:") == false
    let kind = isService ? "Service" : PolicyPrincipals.accountKind
    var conditions: [String: Value] = [:]
    for (argument, condition) in form.conditionKeys {
      guard let value = resource.attributes[argument], !value.isNull else { continue }
      let parts = condition.split(separator: " ").map(String.init)
      conditions[parts[0]] = .object([parts.last ?? "": value])
    }
    let statement: [String: Value] = [
      "Effect": .string("Allow"), "Action": resource.attributes[form.action] ?? .unknown,
      "Principal": .object([kind: principal]), "Condition": .object(conditions),
    ]
    return PermissionPolicy(
      name: resource.address,
      document: names.meaning(of: .object(["Statement": .list([.object(statement)])])))
  }

  func organizationPolicies() -> (service: [PermissionPolicy], resource: [PermissionPolicy]) {
    var service: [PermissionPolicy] = []
    var other: [PermissionPolicy] = []
    for resource in graph.resources {
      guard let form = book.organizationPolicies[resource.type],
        let policy = documents.policy(of: resource, argument: form.document, name: resource.address)
      else { continue }
      switch resource.attributes[form.kind]?.text ?? form.serviceControl {
      case form.serviceControl: service.append(policy)
      case form.resourceControl: other.append(policy)
      default: break
      }
    }
    return (service, other)
  }
}
