import Basics

/// OpenTofu or Terraform as found on this machine.
package struct InfrastructureTool: Sendable, Hashable {
  package enum Flavour: String, Sendable, Codable {
    case tofu, terraform
  }

  package let flavour: Flavour
  package let path: String
  /// `1.11.4`.
  package let version: String

  package init(flavour: Flavour, path: String, version: String) {
    self.flavour = flavour
    self.path = path
    self.version = version
  }

  /// `terraform 1.11.4`, as reports name it.
  package var name: String { "\(flavour.rawValue) \(version)" }

  /// `tofu` first, then `terraform`; nil where neither is in `PATH`. Throws `ToolError` when one is there but does
  /// not say its version.
  package static func find(environment: [String: String]) async throws -> InfrastructureTool? {
    for flavour in [Flavour.tofu, .terraform] {
      guard let path = ToolFinder.find(flavour.rawValue, environment: environment) else { continue }
      return InfrastructureTool(
        flavour: flavour, path: path, version: try await version(of: path, environment: environment))
    }
    return nil
  }

  private static func version(of path: String, environment: [String: String]) async throws -> String {
    let result = try await ProcessRunner.run(
      ProcessCall(
        executable: path, arguments: ["version", "-json"],
        environment: ToolEnvironment.checking(from: environment), directory: "/", timeout: .seconds(30)))
    guard result.status == 0, let document = JSONValue.document(result.output),
      let version = document["terraform_version"]?.string
    else {
      throw ToolError(
        .unreadable, summary: "A tool does not say its version",
        detail: "\(path) version -json ended with \(result.status) and no version. Is it the real program?")
    }
    return version
  }
}
