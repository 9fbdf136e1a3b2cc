import HCL
import ResourceGraph

/// What a rule can name: `self`, `name`, `address`, `document`, and functions over the other resources.
struct RuleScope {
  let scope: Scope

  init(_ resource: Resource, graph: ResourceGraph) {
    let variables: [String: Value] = [
      "self": resource.attributes, "name": .string(resource.name), "address": .string(resource.address),
      "type": .string(resource.type), "document": .object(resource.documents),
    ]
    scope = Scope(variables: variables, functions: Self.functions(resource, graph: graph))
  }

  private static func functions(_ resource: Resource, graph: ResourceGraph) -> [String: Function] {
    [
      // The resources of a type whose argument names this one.
      "related": Function(2) { arguments throws(FunctionError) in
        let relation = Relation(resource, graph: graph)
        return relation.referrers(type: try arguments.text(0), argument: try arguments.text(1))
      },
      // The resources that this one names in an argument.
      "referred": Function(1) { arguments throws(FunctionError) in
        Relation(resource, graph: graph).targets(of: try arguments.text(0))
      },
      "all_of_type": Function(1) { arguments throws(FunctionError) in
        .list(graph.resources(ofType: try arguments.text(0)).map(\.described))
      },
      "statements": Function(1, acceptsUnknown: true) { arguments throws(FunctionError) in
        PolicyStatements.list(arguments[0])
      },
      "covers_port": Function(from: 2, acceptsUnknown: true) { arguments throws(FunctionError) in
        try PortRange.covers(arguments)
      },
      "is_public_cidr": Function(1, acceptsUnknown: true) { arguments throws(FunctionError) in
        PublicAddresses.contains(arguments[0])
      },
      "pod_spec": Function(1, acceptsUnknown: true) { arguments throws(FunctionError) in
        PodTemplate.spec(of: arguments[0]) ?? .null
      },
      "pod_template": Function(1, acceptsUnknown: true) { arguments throws(FunctionError) in
        PodTemplate.template(of: arguments[0]) ?? .null
      },
      "containers": Function(1, acceptsUnknown: true) { arguments throws(FunctionError) in
        PodTemplate.containers(of: arguments[0], includingInitial: true)
      },
      "main_containers": Function(1, acceptsUnknown: true) { arguments throws(FunctionError) in
        PodTemplate.containers(of: arguments[0], includingInitial: false)
      },
      // Whether an argument, by its path, has a value; a reference to another resource counts as one.
      "is_set": Function(1) { arguments throws(FunctionError) in
        Relation(resource, graph: graph).isSet(try arguments.text(0))
      },
      // Whether the value stands in the configuration, as opposed to computed or given from outside.
      "is_literal": Function(1, acceptsUnknown: true) { arguments throws(FunctionError) in
        .bool(!arguments[0].isUnknown && !arguments[0].isNull)
      },
      "is_secret_text": Function(1, acceptsUnknown: true) { arguments throws(FunctionError) in
        SecretText.matches(arguments[0])
      },
    ]
  }
}

extension Resource {
  /// The attributes with `address`, `name` and `document` of the resource beside them, under names no argument has.
  package var described: Value {
    guard case .object(var members) = attributes else { return attributes }
    members["$address"] = .string(address)
    members["$document"] = .object(documents)
    return .object(members)
  }
}
