import Consultation
import Evidence
import Experts
import ModelExperts
import ExternalTools
import Vocabulary

/// Puts the checks of this machine together.
struct ChecksFactory {
  let installation: Installation

  struct Checks {
    let workbench: any Workbench
    let desk: any ReferenceDesk
    let evidence: any EvidenceSource
  }

  func make() async throws -> Checks {
    let offline = try OfflineChecks()
    let environment = installation.environment
    let tools = try await InfrastructureTool.find(environment: environment).map { tool in
      ToolValidation(
        tool: tool, mirror: ProviderMirror.find(environment: environment), environment: environment,
        cache: installation.cacheFolder)
    }
    return Checks(
      workbench: OfflineWorkbench(checks: offline),
      desk: SchemaDesk(shelf: try SchemaService(installation: installation).shelf()),
      evidence: CollectedEvidence(collector: EvidenceCollector(offline: offline, tools: tools)))
  }
}
