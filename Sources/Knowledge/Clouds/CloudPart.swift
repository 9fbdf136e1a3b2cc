/// What a pack may hold besides its `cloud.yaml`: files and folders, each of which may be missing.
package enum CloudPart: String, Hashable, Sendable, CaseIterable {
  /// Compact schemas of the cloud's providers.
  case schemas = "schema"
  /// What values and combinations of arguments the provider accepts, beyond its schema.
  case constraints = "constraints.hcl"
  /// Usual values for what a configuration leaves out.
  case defaults = "defaults.hcl"
  /// Types and arguments that go by another name today.
  case successors = "successors.hcl"
  /// The regions, with the names people use for them.
  case regions = "regions.yaml"
  /// Words for what the recipes build.
  case lexicon = "lexicon"
  /// How people name the cloud's resources, in the words of its resource types.
  case terms = "terms.yaml"
  /// A folder for each recipe of the handbook.
  case recipes = "recipes"
  /// What joins two recipes' components.
  case links = "links.yaml"
  /// Which recipe fills a need when a request names none.
  case capabilities = "capabilities.yaml"
  /// Rules that a draft or a plan is judged by.
  case policies = "policies"
  /// Dated price facts, a table for each service.
  case prices = "prices"
  /// What each resource type is billed for.
  case priceModels = "price-models"
  /// Small tables of facts that price models and advice look things up in: when versions leave support.
  case tables = "tables"
  /// Processors and memory of instance types.
  case shapes = "shapes.csv"
  /// Rules of advice on a running estate, with their tables.
  case advice = "advice"
  /// How the cloud decides who may do what: which arguments hold policies, what resources are called in them, and what
  /// services decide by themselves.
  case permissions = "permissions.yaml"
  /// What of the cloud's resources makes its networks, and by which arguments.
  case network = "network.yaml"
  /// What people call a part of a resource that is a resource of its own, and arguments that follow others.
  case changes = "changes.yaml"
  /// Which changes need two people, hold data, or stand in the way of an undo.
  case risks = "risks.json"
}
