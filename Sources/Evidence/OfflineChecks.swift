import Basics
import HCL
import Infrastructure
import Policies
import Pricing
import Vocabulary

/// Every check that needs no tool and no network: text, references, format, policy, price and coverage.
package struct OfflineChecks: Sendable {
  let policies: PolicyPack
  private let estimator: Estimator
  /// Where resources are when neither the configuration nor the brief says.
  package static let defaultRegion = "us-east-1"

  /// Throws where the shipped rules or prices are broken.
  package init() throws {
    policies = try PolicyPack.builtIn.get()
    estimator = try Estimator()
  }

  /// What the checks say of a set of files.
  package func evidence(for files: [Artifact], brief: Brief) -> Evidence {
    let artifacts = ArtifactGraph(files)
    return Evidence(
      validation: stages(files, artifacts), findings: policies.findings(in: artifacts.graph),
      price: estimator.estimate(artifacts.graph, region: brief.region ?? Self.defaultRegion),
      coverage: CoverageCheck(graph: artifacts.graph).coverage(of: brief))
  }

  private static let tool = "consilium"

  private func stages(_ files: [Artifact], _ artifacts: ArtifactGraph) -> [ValidationStage] {
    var stages: [ValidationStage] = []
    if artifacts.hasConfiguration {
      let syntax = artifacts.configurationFaults.filter { $0.code == "hcl.syntax" }
      let rest = artifacts.configurationFaults.filter { $0.code != "hcl.syntax" }
      stages.append(stage("syntax", syntax))
      stages.append(stage("references", rest))
    }
    if artifacts.hasManifests { stages.append(stage("manifests", artifacts.manifestFaults)) }
    if !artifacts.hasConfiguration && !artifacts.hasManifests {
      stages.append(
        ValidationStage(stage: "syntax", tool: Self.tool, status: .failed, detail: "The draft has no file."))
    }
    return stages
  }

  private func stage(_ name: String, _ faults: [Diagnostic]) -> ValidationStage {
    ValidationStage(
      stage: name, tool: Self.tool, status: faults.isEmpty ? .passed : .failed,
      detail: faults.map(\.description).joined(separator: " · "))
  }
}
