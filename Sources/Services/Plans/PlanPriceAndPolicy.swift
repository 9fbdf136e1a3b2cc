import Basics
import CloudReach
import Clouds
import Delivery
import HCL
import ProviderSchemas
import ResourceGraph
import Manifests
import Policies
import Pricing
import Vocabulary

/// Prices a plan and runs the rules on it, with values that are known only there.
struct PlanPriceAndPolicy: PlanAppraisal {
  private let environment: [String: String]

  /// Rules and prices are read only where there is a plan to judge.
  init(environment: [String: String]) {
    self.environment = environment
  }

  func appraise(_ plan: JSONValue?, manifests: [Manifest]) throws -> Appraisal {
    let estimator = try Estimator()
    let policies = try PolicyPack.builtIn.get()
    var before = 0.0
    var after = 0.0
    var unpriced: [String] = []
    var findings: [Finding] = []
    var network: NetworkAppraisal?
    if let json = plan {
      let plan = try Plan(json)
      let region = region(json)
      before = estimator.estimate(plan.past, region: region).monthly
      let estimate = estimator.estimate(plan.graph, region: region)
      (after, unpriced) = (estimate.monthly, estimate.unpriced)
      findings = policies.findings(in: plan.graph)
      network = try self.network(plan)
    }
    findings += policies.findings(in: ResourceGraph(resources: manifests.map(Resource.init)))
    let grave = findings.filter { $0.severity >= .high }
    return Appraisal(
      before: before, after: after, unpriced: unpriced,
      findings: grave.map { finding in
        let outcome = finding.outcome == .unknown ? "unknown, " : ""
        return "\(outcome)\(finding.severity.rawValue) \(finding.rule) \(finding.address): \(finding.summary)"
      }.sorted(), policyDigest: policies.digest, network: network)
  }

  private func network(_ plan: Plan) throws -> NetworkAppraisal? {
    let change = NetworkChange(before: plan.past, after: plan.graph, books: try NetworkBook.shipped())
    func ways(_ ways: [NetworkChange.Way]) -> [NetworkAppraisal.Way] {
      ways.map {
        NetworkAppraisal.Way(from: $0.from, to: $0.to, traffic: $0.traffic, addresses: $0.addresses)
      }
    }
    return change.map {
      NetworkAppraisal(opened: ways($0.opened), closed: ways($0.closed), unknown: $0.notes)
    }
  }

  func isSettable(_ type: String, attribute: String) -> Bool? {
    guard let schema = ProviderSchema.shippedResource(type) else { return nil }
    // Of a nested block the schema does not say whether the provider fills it in by itself.
    return schema.attributes[attribute].map { $0.use == .required || $0.use == .optional }
  }

  /// The region the provider is set to, else the environment's. Prices of another region would be wrong, so where
  /// neither says one it is the main cloud's reference region.
  private func region(_ plan: JSONValue) -> String {
    PlanRegion.region(of: plan) ?? CloudCatalog.current.region(in: environment)
  }
}
