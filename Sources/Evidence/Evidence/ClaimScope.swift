import Clouds
import HCL
import ResourceGraph

/// What the condition of an expectation may name: `self`, `label`, `document` (JSON documents by argument, as values), and
/// functions on the resource and its graph.
/// `is_set(argument)`: whether the configuration gives the argument a value, known already or not. `has_value(text)`:
/// whether some value anywhere inside is that text. `has_text(text)`: whether the text is part of some value.
/// `about(name)`: whether the resource bears the name, or refers to one that does. `admits_only(words)`: whether a network
/// policy lets in only what the words name. `routed_to(gateway, association, …)`: whether a subnet has a route
/// to a gateway; the types are those of the gateway, of what joins subnets and route tables, and of what changes the main table.
/// `joined_to(type, …)`: whether a way leads from the resource to one of the types, by references or by what refers to both;
/// `wired_to(type, …)`: the same without permissions; `joined_to_one(type, …)`: whether ways lead to exactly one of them.
/// `refers_alone(argument)`: whether the argument names something that no other resource of the type names in it.
/// `reached_only_from(label, type, …)`: whether things of the types that bear the label, `_` for any, get to the resource by the
/// networks of the configuration, and nothing else does; a block of addresses may stand for a type, and `port:22` for what alone is
/// asked about.
/// `may("action resource", …)`: whether an identity, or what acts as one, may do all of them; `may_only("action …", resource, …)`: whether
/// its policies allow nothing else, but for what stands behind `free:` and no resource narrows. A resource is an ARN or the type of what the configuration makes, with `/*` for its parts.
/// `stands_in_region(code)`: whether the resource's own region, or that of the provider that makes it, is that one.
/// `serves(type, argument)`: whether a resource of the type names this one in the argument, as a queue its dead letter queue.
/// `own_key(argument, managed)`: whether the argument, wherever it stands inside, names a key, and none whose name begins as those do
/// that the cloud manages.
/// `undecided()`: unknown, for what may or may not be counted.
/// `stands_in("private", subnet, gateway, association, …)`: whether the resource stands in subnets of that kind alone.
struct ClaimScope {
  let resource: Resource
  let graph: ResourceGraph
  /// Who reaches whom; nil where no claim asks it.
  var access: AccessClaim?
  /// Who may do what; nil where no claim asks it.
  var permissions: PermissionClaim?

  var scope: Scope {
    let (resource, graph, access, permissions) = (resource, graph, access, permissions)
    let isSet = Function(1) { arguments throws(FunctionError) in
      let value = resource.attributes[try arguments.text(0)] ?? .null
      return .bool(!value.isNull && value != .list([]))
    }
    let hasValue = Function(1) { arguments throws(FunctionError) in
      let text = try arguments.text(0)
      return .bool(resource.attributes.contains { $0 == text })
    }
    let hasText = Function(1) { arguments throws(FunctionError) in
      let text = try arguments.text(0)
      return .bool(resource.attributes.contains { $0.contains(text) })
    }
    let about = Function(1) { arguments throws(FunctionError) in
      let name = try arguments.text(0)
      return .bool(
        Self.isNamed(resource, name: name)
          || graph.resources(named: graph.targets(of: resource)).contains { Self.isNamed($0, name: name) })
    }
    let admitsOnly = Function(1) { arguments throws(FunctionError) in
      let found = OnlyFromClaim(graph).decide(policy: resource.address, words: try arguments.text(0))
      return found.holds.map(Value.bool) ?? .unknown
    }
    let routedTo = Function(from: 2) { arguments throws(FunctionError) in
      let texts = try arguments.texts()
      return Self.exposure(graph, types: texts[...]).leadsOut(resource).map(Value.bool) ?? .unknown
    }
    let standsIn = Function(from: 4) { arguments throws(FunctionError) in
      let texts = try arguments.texts()
      let found = Self.exposure(graph, types: texts[2...]).stands(
        resource, inSubnetsOf: texts[1], leadingOut: texts[0] == "public")
      return found.map(Value.bool) ?? .unknown
    }
    let serves = Function(2) { arguments throws(FunctionError) in
      let (type, argument) = (try arguments.text(0), try arguments.text(1))
      return .bool(
        graph.referrers(of: resource).contains { other in
          other.type == type && other.address != resource.address
            && Self.names(resource, in: argument, of: other)
        })
    }
    let ownKey = Function(2) { arguments throws(FunctionError) in
      let claim = KeyClaim(graph: graph, managed: try arguments.text(1))
      return claim.isOwn(try arguments.text(0), of: resource).map(Value.bool) ?? .unknown
    }
    let reachedOnlyFrom = Function(from: 2) { arguments throws(FunctionError) in
      let texts = try arguments.texts()
      let found = access?.onlyReached(resource, named: texts[0], parties: Set(texts.dropFirst()))
      return found?.holds.map(Value.bool) ?? .unknown
    }
    let may = Function(from: 1) { arguments throws(FunctionError) in
      let texts = try arguments.texts()
      return permissions?.may(resource, grants: texts).map(Value.bool) ?? .unknown
    }
    let mayOnly = Function(from: 2) { arguments throws(FunctionError) in
      let texts = try arguments.texts()
      let actions = texts[0].split(separator: " ").map(String.init)
      let rest = texts.dropFirst()
      let free = rest.filter { $0.hasPrefix("free:") }.map { String($0.dropFirst(5)) }
      let found = permissions?.mayOnly(
        resource, actions: actions, resources: rest.filter { !$0.hasPrefix("free:") }, free: free)
      return found.map(Value.bool) ?? .unknown
    }
    let standsInRegion = Function(1) { arguments throws(FunctionError) in
      let code = try arguments.text(0)
      guard resource.kind == .managed else { return .bool(false) }
      guard let region = Self.region(of: resource, in: graph) else { return .unknown }
      return .bool(region == code || region.hasPrefix("\(code)-"))
    }
    let joinedTo = Function(from: 1) { arguments throws(FunctionError) in
      let ends = try Self.ends(of: resource, in: graph, arguments: arguments, most: 1)
      return ends.map { .bool(!$0.isEmpty) } ?? .unknown
    }
    let joinedToOne = Function(from: 1) { arguments throws(FunctionError) in
      let ends = try Self.ends(of: resource, in: graph, arguments: arguments, most: 2)
      return ends.map { .bool($0.count == 1) } ?? .unknown
    }
    let refersAlone = Function(1) { arguments throws(FunctionError) in
      let argument = try arguments.text(0)
      let own = graph.resources(named: graph.targets(of: resource)).filter {
        Self.names($0, in: argument, of: resource)
      }
      return .bool(
        own.contains { target in
          !graph.referrers(of: target).contains { other in
            other.type == resource.type && other.address != resource.address
              && Self.names(target, in: argument, of: other)
          }
        })
    }
    let wiredTo = Function(from: 1) { arguments throws(FunctionError) in
      let ends = try Self.ends(
        of: resource, in: graph, arguments: arguments, most: 1, countsPermissions: false)
      return ends.map { .bool(!$0.isEmpty) } ?? .unknown
    }
    return Scope(
      variables: [
        "self": resource.attributes, "label": .string(resource.name), "document": .object(resource.documents),
      ],
      functions: [
        "is_set": isSet, "has_value": hasValue, "has_text": hasText, "about": about,
        "admits_only": admitsOnly, "reached_only_from": reachedOnlyFrom, "stands_in_region": standsInRegion,
        "may": may, "may_only": mayOnly,
        "serves": serves, "own_key": ownKey,
        "undecided": Function(0) { _ in .unknown },
        "routed_to": routedTo, "joined_to": joinedTo, "joined_to_one": joinedToOne,
        "refers_alone": refersAlone, "wired_to": wiredTo, "stands_in": standsIn,
      ])
  }

  /// The things of the types given as arguments to which ways lead; nil where the cloud's pack does not tell ways.
  private static func ends(
    of resource: Resource, in graph: ResourceGraph, arguments: Arguments, most: Int,
    countsPermissions: Bool = true
  ) throws(FunctionError) -> Set<String>? {
    let types = Set(try arguments.texts())
    guard let joins = CloudCatalog.current.cloud(ofType: resource.type)?.joins else { return nil }
    return JoinFinder(graph: graph, joins: joins, countsPermissions: countsPermissions).ends(
      from: resource, of: types, most: most)
  }

  /// Whether a resource names another one in an argument.
  private static func names(_ target: Resource, in argument: String, of other: Resource) -> Bool {
    other.references.contains { $0.argument == argument && $0.means(target) }
  }

  /// Where a resource stands, as far as the configuration tells: by an argument of its own, else by its provider's.
  private static func region(of resource: Resource, in graph: ResourceGraph) -> String? {
    for argument in ["region", "location"] {
      if let own = resource.attributes[argument]?.text {
        return own.lowercased().filter { !$0.isWhitespace }
      }
    }
    guard let provider = resource.provider else { return nil }
    return graph.configuration.first { $0.address == "provider.\(provider)" }?.attributes["region"]?.text
  }

  private static func exposure(_ graph: ResourceGraph, types: ArraySlice<String>) -> SubnetExposure {
    let types = Array(types)
    return SubnetExposure(graph: graph, gateway: types[0], association: types[1], mains: Array(types[2...]))
  }

  /// By its label, or by an argument that names it. Hyphens and underscores are alike in labels.
  private static func isNamed(_ resource: Resource, name: String) -> Bool {
    func plain(_ text: String) -> String { text.lowercased().replacing("-", with: "_") }
    if plain(resource.name) == plain(name) || plain(resource.name).hasPrefix(plain(name) + "_") {
      return true
    }
    let keys = ["name", "bucket", "identifier", "cluster_identifier", "function_name", "family", "id"]
    return keys.contains { key in
      guard let text = resource.attributes[key]?.text else { return false }
      // The name of a group of logs is a path.
      return text == name || text.hasSuffix("/\(name)")
    }
  }
}

extension Value {
  /// Whether some text, number or truth value inside satisfies the condition, as text.
  fileprivate func contains(_ condition: (String) -> Bool) -> Bool {
    switch self {
    case .list(let items): items.contains { $0.contains(condition) }
    case .object(let members): members.values.contains { $0.contains(condition) }
    case .null, .unknown: false
    default: text.map(condition) ?? false
    }
  }
}
