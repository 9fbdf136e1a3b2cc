import Basics
import Manifests

/// Judges a plan before a person does: what it would cost and which rules it breaks.
package protocol PlanAppraisal: Sendable {
  /// - Parameters:
  ///   - plan: as `show -json` prints it; nil where there is no infrastructure.
  ///   - manifests: the Kubernetes objects.
  func appraise(_ plan: JSONValue?, manifests: [Manifest]) throws -> Appraisal

  /// Whether only a configuration sets an attribute of a resource type; nil where the type is not known.
  func isSettable(_ type: String, attribute: String) -> Bool?
}

/// Price and policy of a plan.
package struct Appraisal: Sendable, Hashable, Codable {
  /// US dollars a month.
  package var before: Double
  package var after: Double
  /// Addresses without a known price.
  package var unpriced: [String]
  /// One line for each finding of severity high or worse, unknown results among them.
  package var findings: [String]
  /// The digest of the rules that were applied.
  package var policyDigest: String
  /// What it opens and closes; nil where nothing has a place in a network that is modelled, and in plans of earlier versions.
  package var network: NetworkAppraisal?

  package init(
    before: Double, after: Double, unpriced: [String], findings: [String], policyDigest: String = "",
    network: NetworkAppraisal? = nil
  ) {
    self.before = before
    self.after = after
    self.unpriced = unpriced
    self.findings = findings
    self.policyDigest = policyDigest
    self.network = network
  }
}
