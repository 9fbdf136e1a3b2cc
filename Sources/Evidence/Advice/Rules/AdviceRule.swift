import HCL
import Vocabulary

/// One rule of cost advice, written as data.
package struct AdviceRule: Sendable {
  /// Stable: `aws-ebs-gp2-to-gp3`.
  package let id: String
  /// Its place in the list of forty.
  package let number: Int
  package let title: String
  /// Where the rule and its thresholds come from.
  package let origin: String
  package let action: AdviceAction
  package let stage: AdviceStage
  /// What it cannot be judged without.
  package let needs: [AdviceSource]
  /// The types it is about: `aws_ebs_volume`, `Deployment`, `focus_commitment`.
  package let types: [String]
  package let confidence: Recommendation.Confidence
  package let effort: AdviceEffort
  package let risk: Recommendation.Risk
  package let isReversible: Bool
  /// Whether what it does by hand keeps the data that its patch would drop.
  package let keepsData: Bool
  /// What is looked at one by one within a resource, such as the containers of a workload; nil for the whole.
  let each: HCLExpression?
  /// Names for parts of the arithmetic, in order.
  let lets: [(name: String, value: HCLExpression)]
  /// True advises, unknown could not be judged, everything else does not.
  let when: HCLExpression
  /// What forbids the advice where the rule holds.
  let obstacles: [Obstacle]
  let evidence: [HCLExpression]
  /// The arithmetic with its numbers; nil where it is the difference of two estimates.
  let formula: HCLExpression?
  /// Dollars a month; nil where they are the difference of two estimates.
  let saving: HCLExpression?
  let basis: AdviceSaving.Basis
  let steps: [HCLExpression]
  /// What the estimator calls the surcharge that the rule saves; where an estimate has no such component, it is on top of
  /// it. Nil for rules that save part of the price.
  package let surcharge: String?
  /// Why its change is to be made by hand although it is known; nil where it is a patch.
  let withhold: HCLExpression?
  let patches: [PatchTemplate]
  /// What proves it.
  package let cases: [AdviceCase]

  /// Whether it comes with a patch that can be applied as it is.
  package var patchesCode: Bool { withhold == nil && patches.contains { $0.condition == nil } }

  /// Whether its saving is the difference of two estimates.
  var isPriced: Bool { saving == nil && basis == .priced }
}
