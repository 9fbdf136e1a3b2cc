import HCL

/// The functions of policy rules besides those of OpenTofu; a test holds that each is defined here.
package enum RuleFunctions {
  package static let definitions = [
    FunctionDefinition(
      "related(type, argument)", summary: "The resources of a type whose argument names this one."),
    FunctionDefinition("referred(argument)", summary: "The resources that this one names in an argument."),
    FunctionDefinition("all_of_type(type)", summary: "Every resource of a type."),
    FunctionDefinition(
      "statements(document)", summary: "The statements of a policy document, each with its lists made lists."),
    FunctionDefinition(
      "covers_port(rule, port…)",
      summary: "Whether a firewall rule with from_port, to_port and a protocol lets through one of the ports."
    ),
    FunctionDefinition(
      "is_public_cidr(cidr)",
      summary: "Whether an address range, or one of a list, has addresses of the internet."),
    FunctionDefinition(
      "pod_spec(object)", summary: "The pod specification of a Kubernetes object; null where it has none."),
    FunctionDefinition(
      "pod_template(object)", summary: "The pod template of a Kubernetes object; null where it has none."),
    FunctionDefinition(
      "containers(object)",
      summary: "The containers of a Kubernetes object, those that initialise it included."),
    FunctionDefinition(
      "main_containers(object)",
      summary: "The containers of a Kubernetes object without those that initialise it."),
    FunctionDefinition(
      "is_set(argument)", summary: "Whether an argument, by its path, has a value; a reference counts as one."
    ),
    FunctionDefinition(
      "is_literal(value)",
      summary: "Whether a value stands in the configuration, and is neither computed nor given from outside."),
    FunctionDefinition("is_secret_text(value)", summary: "Whether a text has the shape of a secret."),
  ]
}
