import Experts
import Basics
import Changes

/// The chosen components with every parameter settled: what a draft is rendered from.
struct DraftPlan: Sendable {
  /// Who settled a value; the earlier binds the later.
  enum Origin: Int, Sendable, Comparable {
    case asked, demanded, linked, chosen, priority, standard

    package static func < (left: Origin, right: Origin) -> Bool { left.rawValue < right.rawValue }
  }

  struct Choice: Sendable {
    var value: JSONValue
    var origin: Origin
    /// The request's words or the reason of the demand.
    var words: String
  }

  struct Component: Sendable {
    var recipe: Recipe
    /// Unique in the plan, an identifier: `web`, `orders`, `queue_2`.
    var label: String
    var name: String?
    /// The index in the intent; nil when another component needs it.
    var intent: Int?
    var choices: [String: Choice]
    /// Slot to the index of the component in it.
    var slots: [String: Int]
    var order: Int
    /// Arguments that the request names and no parameter of the recipe is for.
    var arguments: [ArgumentWish] = []
  }

  struct Connection: Sendable {
    var link: Link
    var from: Int
    var to: Int
  }

  var title: String
  var region: String
  var environment: String
  var secondRegion: String?
  /// What everything is tagged with, besides the usual.
  var tags: [TagReader.Tag] = []
  var components: [Component]
  /// What is composed from schemas beside them.
  var composed: [Intent.Composed] = []
  var connections: [Connection]

  /// A short name for the whole: that of the namespace that the request names, else words of the title.
  var project: String {
    for component in components where component.recipe.provides.contains(Self.namespace) {
      if let name = component.name { return Identifier.slug(name, limit: 63) }
      if let given = component.choices[Self.given]?.value.string, !given.isEmpty { return given }
    }
    return Identifier.project(title)
  }

  /// The capability of what all objects lie in, and its parameter for a name that stands behind the word itself.
  private static let namespace = "namespace"
  private static let given = "called"

  /// The topic under which a choice stands in a draft's decisions.
  static func topic(_ label: String, parameter: String) -> String {
    "\(label).\(parameter)".replacing("_", with: "-")
  }
}
