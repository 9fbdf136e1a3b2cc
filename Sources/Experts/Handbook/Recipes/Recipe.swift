import Experts
import Basics
import Templates
import Vocabulary

/// One pattern of the handbook: what can be chosen about it, what it needs and gives, and the text it writes.
struct Recipe: Sendable {
  /// A slot that another component fills, when the condition on a parameter holds.
  struct Need: Sendable {
    var slot: String
    var capability: String
    var parameter: String?
    var value: JSONValue?
  }

  /// What this recipe cannot do with in the component of one of its slots.
  struct Demand: Sendable {
    var slot: String
    var parameter: String
    var excluded: [JSONValue]
    var reason: String
    /// Where set, the demand holds only for this value of the component's own parameter.
    var when: String?
    var value: JSONValue?
    /// Whether it holds against the request, which is then not met: the whole would not work.
    var isAbsolute: Bool
  }

  /// What a person has to settle, unless the request sets a parameter.
  struct Question: Sendable {
    var text: String
    var unless: String?
  }

  /// One file it writes into: `database.tf`, `20-deployment.yaml`.
  struct File: Sendable {
    var name: String
    var template: Template
  }

  /// The folder below `recipes/`: `aws/rds`.
  var id: String
  var title: String
  /// The label of its resources when the request gives no name.
  var noun: String
  var types: [String]
  var provides: [String]
  var isSingleton: Bool
  /// By verb, what a program or a person is given that shall do it; empty where nobody is.
  var grants: [String: Grant]
  /// What policies call a thing of it, with `NAME` for its name; empty where that is not told by the name.
  var identifier: String
  /// Services by whose names a private network reaches it: `ecr.api`.
  var endpoints: [String]
  /// Whether the plural without a number asks for two at least.
  var isSeveral: Bool
  /// Recipes of things that it makes for itself, as a trail its bucket: such a thing said of it is not one more.
  var owned: [String]
  /// The folder within the artifacts' own that its files lie in, as what delivers lies apart from what is delivered; empty
  /// for the artifacts' own.
  var folder: String
  /// The format of its files; nil where each file's name tells.
  var format: ArtifactFormat?
  /// What a name given by the request has to match as a whole to be used as it is.
  var namePattern: String
  var parameters: [Parameter]
  var needs: [Need]
  var demands: [Demand]
  /// Expressions that others use: `vpc_id` → `aws_vpc.main.id`.
  var exposes: [(name: String, template: Template)]
  var checks: [CheckTemplate]
  /// Resources whose name is the component's own, for a check of a name that the request gives.
  var nameChecks: [CheckTemplate]
  var notes: [String]
  var questions: [Question]
  var files: [File]

  var isKubernetes: Bool { RecipeBook.isForManifests(id) }

  func parameter(_ name: String) -> Parameter? { parameters.first { $0.name == name } }
}
