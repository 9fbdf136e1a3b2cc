import HCL
import ResourceGraph
import Vocabulary

/// One recommendation with the resources before and after it, as a reviewer sees it.
package struct AdviceProposal: Sendable {
  package var recommendation: Recommendation
  /// By address: before, and after or nil where it would be gone.
  var resources: [(before: Resource, after: Resource?)]
  var added: [Resource]
  /// Whether what is done by hand keeps the data that the patch would drop.
  var keepsData: Bool
  /// The environment that the resource serves, as far as anything says.
  var environment: Value
}
