import FoundationEssentials
import Trust

/// Where this installation keeps and finds things, from the environment alone.
package struct Installation: Sendable {
  package let environment: [String: String]
  /// The program that runs, as an absolute path.
  package let executable: String

  package init(environment: [String: String], executable: String) {
    self.environment = environment
    self.executable = executable
  }

  /// Runs, plans and workspaces: `$XDG_STATE_HOME/consilium`, by default `~/.local/state/consilium`.
  package var stateFolder: String { folder("XDG_STATE_HOME", fallback: ".local/state") }

  /// What can be made again: initialised providers.
  package var cacheFolder: String { folder("XDG_CACHE_HOME", fallback: ".cache") }

  /// `CONSILIUM_STORE`, else `consilium.db` in the state folder.
  package var storeFile: String {
    if let file = environment["CONSILIUM_STORE"], !file.isEmpty { return file }
    return "\(stateFolder)/consilium.db"
  }

  /// The prices of models that the person imported.
  package var modelPricesFile: String { "\(stateFolder)/model-prices.csv" }

  /// The crew to use when the person names none: `agents.yaml` here, else that of the person's own configuration, else
  /// the one that ships beside the program.
  package var crewFile: String {
    let candidates = ["agents.yaml", configurationPlaces.crewFile]
    return candidates.first { FileManager.default.fileExists(atPath: $0) } ?? shippedCrewFile ?? "agents.yaml"
  }

  /// The crew that ships with the program: in `CONSILIUM_HOME`, or in a folder above the executable.
  package var shippedCrewFile: String? {
    ShippedCrewPlace.find(environment: environment, executable: executable)
  }

  /// Where the person's and the system's own configuration lie.
  package var configurationPlaces: ConfigurationPlaces { ConfigurationPlaces(environment: environment) }

  /// The folder of the prompts that ship, for projects that have none of their own.
  package var shippedPrompts: String {
    URL(filePath: shippedCrewFile ?? "agents.yaml").deletingLastPathComponent().appending(path: "prompts")
      .path(percentEncoded: false)
  }

  private func folder(_ variable: String, fallback: String) -> String {
    if let folder = environment[variable], folder.hasPrefix("/") { return "\(folder)/consilium" }
    return "\(environment["HOME"] ?? "/tmp")/\(fallback)/consilium"
  }
}
