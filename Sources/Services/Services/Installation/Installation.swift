import FoundationEssentials

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

  /// The crew to use when the person names none: `agents.yaml` here, else the one that ships beside the program.
  package var crewFile: String {
    if FileManager.default.fileExists(atPath: "agents.yaml") { return "agents.yaml" }
    return shippedCrewFile ?? "agents.yaml"
  }

  /// The crew that ships with the program: in `CONSILIUM_HOME`, or in a folder above the executable.
  package var shippedCrewFile: String? {
    var candidates: [String] = []
    if let home = environment["CONSILIUM_HOME"], !home.isEmpty { candidates.append(home) }
    var folder = URL(filePath: executable).deletingLastPathComponent()
    for _ in 0..<5 {
      candidates.append(folder.path(percentEncoded: false))
      folder = folder.deletingLastPathComponent()
    }
    return candidates.map { $0.hasSuffix("/") ? "\($0)agents.yaml" : "\($0)/agents.yaml" }
      .first { FileManager.default.fileExists(atPath: $0) }
  }

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
