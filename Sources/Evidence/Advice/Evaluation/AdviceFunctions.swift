import HCL

/// The functions of rules of advice besides those of OpenTofu; a test holds that each is defined here.
package enum AdviceFunctions {
  package static let definitions = [
    FunctionDefinition(
      "related(type, argument)",
      summary: "The resources of a type whose argument names this one; unknown where only a state could tell."
    ),
    FunctionDefinition(
      "related_to(address, type, argument)", summary: "The same for the resource of an address."),
    FunctionDefinition(
      "related_by(type, argument, text)", summary: "The resources of a type with a text in an argument."),
    FunctionDefinition("referred(argument)", summary: "The resources that this one names in an argument."),
    FunctionDefinition(
      "all_of_type(type)", summary: "Every resource of a type; unknown where its export was not given."),
    FunctionDefinition(
      "declared(type, argument, text)",
      summary: "Whether code or state has such a resource with the text in the argument, advised on or not."),
    FunctionDefinition(
      "mentions(type, argument, word)",
      summary: "Whether any resource of a type has an argument with a word in it."),
    FunctionDefinition(
      "is_set_by_reference(argument)",
      summary: "Whether an argument refers to another resource, known or not."),
    FunctionDefinition(
      "untagged(tags)",
      summary: "What costs something and has none of these tags: number, dollars, first addresses."),
    FunctionDefinition("addresses(resources)", summary: "The addresses of resources."),
    FunctionDefinition(
      "environment()", summary: "What the resource is for, by its tags and names: prod, nonprod or null."),
    FunctionDefinition(
      "environment_of(address)", summary: "The same for the resource of an address."),
    FunctionDefinition(
      "cost_or_null(address)",
      summary: "What the resource of an address costs a month now; null where no price is known."),
    FunctionDefinition(
      "stands_by()",
      summary: "Whether the resource stands by for another one: by its tags, its name, or what it copies."),
    FunctionDefinition(
      "larger_type(type)", summary: "The next larger type of the family; null where there is none."),
    FunctionDefinition(
      "given(source)", summary: "Whether a source was given: state, metrics, billing or cloud."),
    FunctionDefinition(
      "unknown_without(what)", summary: "Unknown, with a note that this is what is missing."),
    FunctionDefinition(
      "price(service, key)", summary: "The price of one unit in the region; null where the book has none."),
    FunctionDefinition(
      "cost([address])", summary: "What this resource, or the one of an address, costs a month now."),
    FunctionDefinition("shape(type)", summary: "Cores, memory and architecture of an instance type."),
    FunctionDefinition(
      "cheaper_type(type, vcpu, memory)",
      summary: "The cheapest type of the family that still has so many cores and GiB."),
    FunctionDefinition(
      "successor(type, table, service, key)",
      summary: "The type with the family that a table names, where it is sold; TYPE in the key stands for it."
    ),
    FunctionDefinition("table(name, key)", summary: "A row of a table; null where there is none."),
    FunctionDefinition(
      "metric(name)",
      summary: "What was measured of the resource: max, p95, mean, hours, by_day; unknown where nothing was."),
    FunctionDefinition("metric_or_null(name)", summary: "The same, and null where nothing was measured."),
    FunctionDefinition("dollars(amount)", summary: "An amount as a text: $1,234.50."),
    FunctionDefinition("rate(price)", summary: "The price of one unit as a text, with all its digits."),
    FunctionDefinition(
      "fixed(number, places)", summary: "A number as a text with so many decimals, at most 6."),
    FunctionDefinition(
      "expression(code)", summary: "Code that a patch writes as it stands, such as a reference."),
    FunctionDefinition(
      "quantity(text)", summary: "The number of a Kubernetes quantity: 500m is 0.5; null for what is none."),
    FunctionDefinition("cores(number)", summary: "Cores as Kubernetes writes them, rounded up: 250m."),
    FunctionDefinition(
      "bytes(number)", summary: "Bytes as Kubernetes writes them, rounded up to 16 MiB: 512Mi."),
    FunctionDefinition(
      "pod_spec(object)", summary: "The pod specification of a Kubernetes object; null where it has none."),
    FunctionDefinition(
      "pod_path(kind)", summary: "Where objects of a kind keep their pod specification, as a path."),
    FunctionDefinition(
      "containers(object)", summary: "The containers of a Kubernetes object without those that initialise it."
    ),
    FunctionDefinition("days_between(later, earlier)", summary: "Days from the second day to the first."),
    FunctionDefinition(
      "matches(text, words)", summary: "Whether a text holds one of several words, in any case."),
  ]
}
