import Basics
import Clouds
import HCL
import Validation
import Policies
import Pricing
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
      validation: stages(files, artifacts),
      findings: policies.findings(in: artifacts.graph) + containment.findings(),
      price: estimator.estimate(artifacts.graph, region: brief.region ?? Self.defaultRegion),
      coverage: CoverageCheck(graph: artifacts.graph).coverage(of: brief),
      connections: containment.connections())
  }

  private static let tool = "consilium"

  private func stages(_ files: [Artifact], _ artifacts: ArtifactGraph) -> [ValidationStage] {
    var stages: [ValidationStage] = []
    if artifacts.hasConfiguration { stages += configurationStages(files) }
    if artifacts.hasManifests { stages.append(stage("manifests", artifacts.manifestFaults)) }
    if stages.isEmpty {
      stages.append(
        ValidationStage(stage: "syntax", tool: Self.tool, status: .failed, detail: "The draft has no file."))
    }
    return stages
  }

  /// What `tofu validate` would decide, by our own parser and the provider schemas that ship.
  private func configurationStages(_ files: [Artifact]) -> [ValidationStage] {
    let texts = Dictionary(
      files.filter { $0.kind == .opentofu }.map { ($0.path, $0.content) },
      uniquingKeysWith: { first, _ in first })
    // A draft is all there is: a file that an expression reads has to be among its files.
    let report = ConfigurationValidator.builtIn(
      siblings: Set(files.map { Self.inFolder($0.path) }), resolvesInputs: true
    ).validate(files: texts)
    let errors = report.diagnostics.filter { $0.level == .error }
    let syntax = errors.filter { $0.code == "hcl.syntax" }
    let values = errors.filter { $0.code == ConfigurationValidator.valueCode }
    let schema = errors.filter { $0.code.hasPrefix("schema.") && $0.code != ConfigurationValidator.valueCode }
    let rest = errors.filter { $0.code != "hcl.syntax" && !$0.code.hasPrefix("schema.") }
    var stages = [stage("syntax", syntax), stage("references", rest)]
    var checked = stage("schema", schema)
    if !report.checked.isEmpty { checked.tool += " with \(report.checked.joined(separator: ", "))" }
    if checked.status == .passed, !report.unchecked.isEmpty || !syntax.isEmpty {
      checked.status = .unchecked
      checked.detail =
        syntax.isEmpty
        ? "No schema of \(report.unchecked.joined(separator: ", ")) is here."
        : "What does not parse is not looked at."
    }
    stages.append(checked)
    // What the provider accepts, with the values that a plan would see.
    var accepted = stage("values", values)
    if accepted.status == .passed, checked.status != .passed { accepted.status = .unchecked }
    stages.append(accepted)
    return stages
  }

  /// The path as expressions of the configuration see it.
  private static func inFolder(_ path: String) -> String {
    path.hasPrefix("infrastructure/") ? String(path.dropFirst("infrastructure/".count)) : path
  }

  private func stage(_ name: String, _ faults: [Diagnostic]) -> ValidationStage {
    ValidationStage(
      stage: name, tool: Self.tool, status: faults.isEmpty ? .passed : .failed,
      detail: faults.map(\.description).joined(separator: " · "))
  }
}
