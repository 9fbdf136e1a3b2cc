import Basics
import CrewFile
import ExternalTools
import FoundationEssentials
import Store
import Trust

/// What `doctor` finds out about this machine.
package struct Diagnosis: Sendable {
  /// One thing that was looked at.
  package struct Check: Sendable, Codable {
    package var name: String
    package var isGood: Bool
    /// Whether Consilium cannot work without it.
    package var isNeeded: Bool
    package var detail: String
  }

  let installation: Installation
  let storeFile: String

  package init(installation: Installation, storeFile: String) {
    self.installation = installation
    self.storeFile = storeFile
  }

  package func checks() async -> [Check] {
    [crew(), await models(), store(), await infrastructureTool(), mirror(), kubectl()]
  }

  private func crew() -> Check {
    do {
      let file = try installation.crew(installation.crewFile).file
      return Check(
        name: "crew", isGood: true, isNeeded: true,
        detail: "\(installation.crewFile): \(file.crew.agents.count) agents, \(file.prompts.count) prompts")
    } catch {
      return Check(name: "crew", isGood: false, isNeeded: true, detail: "\(error)")
    }
  }

  /// A model that was named and cannot be had stops every run; none at all does not.
  private func models() async -> Check {
    func check(_ isGood: Bool, detail: String) -> Check {
      Check(name: "models", isGood: isGood, isNeeded: true, detail: detail)
    }
    let crew: TrustedCrew
    do {
      crew = try installation.crew(installation.crewFile)
    } catch {
      return check(false, detail: "unknown until the crew can be read")
    }
    do {
      let resolution = try ModelResolution(
        crew, environment: installation.environment)
      let choice = ModelChoice(resolution: resolution, options: ModelRunOptions())
      let summary = try await ModelOutlook(choice: choice).summary(crew.file.crew)
      return check(true, detail: "\(summary); `consilium models` says more")
    } catch {
      return check(false, detail: "\(error)")
    }
  }

  private func store() -> Check {
    do {
      let store = try Store(path: storeFile)
      return Check(name: "store", isGood: true, isNeeded: true, detail: store.path)
    } catch {
      return Check(name: "store", isGood: false, isNeeded: true, detail: "\(error)")
    }
  }

  private func infrastructureTool() async -> Check {
    do {
      guard let tool = try await InfrastructureTool.find(environment: installation.environment) else {
        return Check(
          name: "tofu or terraform", isGood: false, isNeeded: false,
          detail:
            "neither is in PATH: drafts are checked by Consilium's own rules only, and nothing can be planned"
        )
      }
      return Check(
        name: "tofu or terraform", isGood: true, isNeeded: false, detail: "\(tool.name) at \(tool.path)")
    } catch {
      return Check(name: "tofu or terraform", isGood: false, isNeeded: false, detail: "\(error)")
    }
  }

  private func mirror() -> Check {
    guard let mirror = ProviderMirror.find(environment: installation.environment) else {
      return Check(
        name: "provider mirror", isGood: false, isNeeded: false,
        detail:
          "no folder of providers was found: `ask` needs one to run init and validate without a network; set CONSILIUM_PROVIDER_MIRROR"
      )
    }
    return Check(name: "provider mirror", isGood: mirror.hasPackages, isNeeded: false, detail: mirror.path)
  }

  private func kubectl() -> Check {
    let path = ToolFinder.find("kubectl", environment: installation.environment)
    return Check(
      name: "kubectl", isGood: path != nil, isNeeded: false,
      detail: path ?? "not in PATH; only needed to apply manifests")
  }
}
