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
    guard let place = locate(environment: environment) else { return nil }
    return try await place.tool(environment: environment)
  }

  /// Which program it is and where, without starting it.
  package struct Place: Sendable, Hashable {
    package let flavour: Flavour
    package let path: String

    package init(flavour: Flavour, path: String) {
      self.flavour = flavour
      self.path = path
    }

    /// Asks the program for its version.
    package func tool(environment: [String: String]) async throws -> InfrastructureTool {
      InfrastructureTool(
        flavour: flavour, path: path,
        version: try await InfrastructureTool.version(of: path, environment: environment))
    }
  }

  /// `tofu` first, then `terraform`, as `find`, without starting it.
  package static func locate(environment: [String: String]) -> Place? {
    [Flavour.tofu, .terraform].lazy.compactMap { flavour in
      ToolFinder.find(flavour.rawValue, environment: environment).map { Place(flavour: flavour, path: $0) }
    }.first
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
