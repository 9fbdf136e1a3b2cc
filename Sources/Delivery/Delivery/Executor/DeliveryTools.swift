import Basics
import ExternalTools
import Masking

/// The programs that the executor may start, each at work in one workspace.
struct DeliveryTools: Sendable {
  let setup: ExecutorConfiguration

  var mask: SecretMask { setup.mask }

  /// The tool's own configuration file, with the mirror of providers where there is one.
  var settings: String { CLIConfiguration.text(mirror: setup.mirror, network: true) }

  /// The program that plans and applies; an error where there is none.
  func infrastructureTool() throws -> InfrastructureTool.Place {
    guard let tool = setup.tool else {
      throw DeliveryError(
        .toolMissing, summary: "No infrastructure tool",
        detail: "neither tofu nor terraform is in PATH; install one of them.")
    }
    return tool
  }

  /// - Parameter held: the very program to run; nil for what lies at its path.
  func infrastructureSession(_ workspace: Workspace, held: HeldTool? = nil) throws -> ToolSession {
    ToolSession(
      tool: try infrastructureTool().path, held: held, workspace: workspace, inherited: setup.environment,
      mask: mask)
  }

  func clusterSession(_ workspace: Workspace) throws -> ClusterSession {
    guard let kubectl = setup.kubectl else {
      throw DeliveryError(
        .toolMissing, summary: "kubectl is not installed",
        detail: "There are manifests, and kubectl is not in PATH; install it, or publish the bundle to Git.")
    }
    return ClusterSession(
      kubectl: kubectl, workspace: workspace, inherited: setup.environment, mask: mask)
  }
}
