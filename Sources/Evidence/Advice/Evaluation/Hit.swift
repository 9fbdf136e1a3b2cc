import HCL
import ResourceGraph

/// One resource, or one part of it, that a rule advises on.
struct Hit: Sendable {
  var resource: Resource
  /// The name of the part: of a container.
  var part: String?
  var evidence: [String]
  var formula: String?
  /// Dollars a month by the rule's own arithmetic.
  var saving: Double?
  /// Whether the rule has arithmetic but a number in it was not known.
  var lacksPrice = false
  var steps: [String]
  /// Why the change is to be made by hand; nil where it is a patch.
  var withheld: String?
  var edits: [ResourceEdit]
}
