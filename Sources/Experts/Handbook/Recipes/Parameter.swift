import Experts
import Basics

/// One thing that can be chosen about a component: where its value comes from, and what the choice means.
struct Parameter: Sendable {
  /// One value of a choice, from the dearest to the cheapest.
  struct Option: Sendable {
    var value: JSONValue
    /// Why one takes it.
    var because: String
    /// What one gives up against the option before it.
    var loses: String
    /// 1 hardly noticed … 9 a function is lost.
    var harm: Int
  }

  var name: String
  /// Given to the decision list when not empty: what is decided.
  var decides: String
  var defaultValue: JSONValue
  var postures: [AgentProfile.Priority: JSONValue]
  var options: [Option]
  /// The kind of fact of the request that sets it, as `gigabytes`.
  var fact: String?
  /// Words that have to stand near the fact when there is more than one parameter for its kind.
  var cues: [String]
  var needsCue: Bool
  /// Words before a number in its clause that say it is about something else.
  var avoids: [String]
  /// Attributes of the request and the value each gives: `highly-available: true`.
  var attributes: [String: JSONValue]
  var minimum: Double?
  var maximum: Double?
  /// Regular expression that a text has to match as a whole.
  var pattern: String?
  /// What has to hold in the resource graph when the request sets this, as a template.
  var checks: [CheckTemplate]
  /// What a value that is said short is written as: "7" of Redis is 7.1.
  var completes: [String: String]
  /// Parameters that follow when the request sets this one.
  var alsoSets: [String: JSONValue]
  /// Capabilities whose components take the fact first, wherever the request has them.
  var defersTo: [String]
  /// The constraint that a set value is, when it is one.
  var constraint: ConstraintTemplate?
  /// The resource attribute it drives, and the value a security or reliability finding asks for.
  var attribute: String?
  var safer: JSONValue?

  func value(for priority: AgentProfile.Priority) -> JSONValue { postures[priority] ?? defaultValue }

  func option(_ value: JSONValue) -> Option? { options.first { $0.value == value } }
}

/// How a value of the request is entered into the brief's constraints.
struct ConstraintTemplate: Sendable {
  var kind: String
  var relation: String
  var unit: String?
}
