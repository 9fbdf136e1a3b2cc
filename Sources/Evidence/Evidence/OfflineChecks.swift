import Basics
import Clouds
import Policies
import Pricing
import ResourceGraph
import Vocabulary

/// Every check that needs no tool and no network: text, references, format, policy, price and coverage.
package struct OfflineChecks: Sendable {
  let policies: PolicyPack
  private let estimator: Estimator
  /// Where resources are when neither the configuration nor the brief says.
  package static var defaultRegion: String { CloudCatalog.current.main.regions.reference }

  /// Throws where the shipped rules or prices are broken.
  package init() throws {
    policies = try PolicyPack.builtIn.get()
    estimator = try Estimator()
  }

  /// What the checks say of a set of files.
  package func evidence(for files: [Artifact], brief: Brief) -> Evidence {
    let artifacts = ArtifactGraph(files)
    let containment = SelfContainmentCheck(
      graph: artifacts.graph, given: brief.requirements.map(\.text).joined(separator: "\n"))
    return Evidence(
      validation: stages(files, artifacts: artifacts),
      findings: policies.findings(in: artifacts.graph) + containment.findings()
        + EffectCheck(files: files).findings(),
      price: estimator.estimate(
        artifacts.graph, region: brief.region ?? Self.defaultRegion,
        pricesManifests: !Self.paysForNodes(artifacts.graph)),
      coverage: CoverageCheck(graph: artifacts.graph, files: files).coverage(of: brief),
      connections: containment.connections())
  }

  /// What a set of files shows of each requirement, and nothing else.
  package static func coverage(of files: [Artifact], brief: Brief) -> [Coverage] {
    CoverageCheck(graph: ArtifactGraph(files).graph, files: files).coverage(of: brief)
  }

  /// Whether the nodes of a cluster are among the resources, and so in the sum already.
  private static func paysForNodes(_ graph: ResourceGraph) -> Bool {
    let types = CloudCatalog.current.clouds.reduce(into: Set<String>()) { $0.formUnion($1.nodeTypes) }
    return graph.resources.contains { $0.kind == .managed && types.contains($0.type) }
  }

  private func stages(_ files: [Artifact], artifacts: ArtifactGraph) -> [ValidationStage] {
    let paths = Set(files.map(\.path))
    let stages = artifacts.parts.flatMap { $0.kind.stages(of: $0.files, graph: $0.graph, beside: paths) }
    guard stages.isEmpty else { return stages }
    return [
      ValidationStage(
        stage: "syntax", tool: ValidationStage.ownTool, status: .failed, detail: "The draft has no file.")
    ]
  }
}
