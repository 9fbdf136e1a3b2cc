import Basics
import Delivery
import HCL
import Infrastructure
import Policies
import Pricing
import Vocabulary

/// Prices a plan and runs the rules on it, with values that are known only there.
struct PlanPriceAndPolicy: PlanAppraisal {
  private let estimator: Estimator
  private let policies: PolicyPack

  init() throws {
    estimator = try Estimator()
    policies = try PolicyPack.builtIn.get()
  }

  func appraise(_ plan: JSONValue) throws -> Appraisal {
    let plan = try Plan(plan)
    let before = ResourceGraph(
      resources: plan.changes.filter { !$0.before.isNull && $0.kind == .managed }.map { change in
        Resource(
          kind: change.kind, address: change.address, type: change.type, name: change.name,
          attributes: change.before)
      })
    let region = "us-east-1"
    let after = estimator.estimate(plan.graph, region: region)
    let findings = policies.findings(in: plan.graph).filter { $0.outcome == .fail && $0.severity >= .high }
    return Appraisal(
      before: estimator.estimate(before, region: region).monthly, after: after.monthly,
      unpriced: after.unpriced,
      findings: findings.map { "\($0.severity.rawValue) \($0.rule) \($0.address): \($0.summary)" }.sorted())
  }
}
