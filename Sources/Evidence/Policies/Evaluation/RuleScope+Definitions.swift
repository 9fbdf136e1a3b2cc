import HCL

/// The functions of policy rules besides those of OpenTofu; a test holds that each is defined here.
package enum RuleFunctions {
  package static let definitions = [
    FunctionDefinition("related(type, argument)", "The resources of a type whose argument names this one."),
    FunctionDefinition("referred(argument)", "The resources that this one names in an argument."),
    FunctionDefinition("all_of_type(type)", "Every resource of a type."),
    FunctionDefinition(
      "statements(document)", "The statements of a policy document, each with its lists made lists."),
    FunctionDefinition(
      "covers_port(rule, port…)",
      "Whether a firewall rule with from_port, to_port and a protocol lets through one of the ports."),
    FunctionDefinition(
      "is_public_cidr(cidr)", "Whether an address range, or one of a list, has addresses of the internet."),
    FunctionDefinition(
      "pod_spec(object)", "The pod specification of a Kubernetes object; null where it has none."),
    FunctionDefinition(
      "pod_template(object)", "The pod template of a Kubernetes object; null where it has none."),
    FunctionDefinition(
      "containers(object)", "The containers of a Kubernetes object, those that initialise it included."),
    FunctionDefinition(
      "main_containers(object)", "The containers of a Kubernetes object without those that initialise it."),
    FunctionDefinition(
      "is_set(argument)", "Whether an argument, by its path, has a value; a reference counts as one."),
    FunctionDefinition(
      "is_literal(value)",
      "Whether a value stands in the configuration, and is neither computed nor given from outside."),
    FunctionDefinition("is_secret_text(value)", "Whether a text has the shape of a secret."),
  ]
}
