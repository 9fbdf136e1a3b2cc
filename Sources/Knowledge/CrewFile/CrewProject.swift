import Basics
import FoundationEssentials

/// Where a crew's files are: one `agents.yaml` of ours, or the two files of a CrewAI project, which load unchanged.
package enum CrewProject: Sendable, Hashable {
  /// `agents.yaml` with its `agents:` and `tasks:`.
  case file(String)
  /// CrewAI's `config/agents.yaml` and `config/tasks.yaml`.
  case pair(agents: String, tasks: String)

  /// - Parameter path: a crew file, a project's folder, or its folder with the two files.
  /// - Throws: `DiagnosticsError` where there is no crew, or more than one.
  package init(at path: String) throws(DiagnosticsError) {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder else {
      self = .file(path)
      return
    }
    let folder = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    for place in [folder, "\(folder)/config"] where Self.isThere("\(place)/agents.yaml") {
      self =
        Self.isThere("\(place)/tasks.yaml")
        ? .pair(agents: "\(place)/agents.yaml", tasks: "\(place)/tasks.yaml") : .file("\(place)/agents.yaml")
      return
    }
    let packages = Self.packages("\(folder)/src").filter { Self.isThere("\($0)/config/tasks.yaml") }
    guard let package = packages.first, packages.count == 1 else {
      throw DiagnosticsError([
        Diagnostic(
          code: "crew.no-project", summary: packages.isEmpty ? "No crew here" : "More than one crew here",
          detail: packages.isEmpty
            ? "Expected agents.yaml, config/agents.yaml with config/tasks.yaml, or the same below src/NAME."
            : "There are \(packages.joined(separator: ", ")): name one of them.",
          range: SourceRange(file: path))
      ])
    }
    self = .pair(agents: "\(package)/config/agents.yaml", tasks: "\(package)/config/tasks.yaml")
  }

  /// The file that names the agents.
  package var agentsFile: String {
    switch self {
    case .file(let path): path
    case .pair(let agents, _): agents
    }
  }

  /// What a crew is called whose files do not say: the folder that has `config`.
  var name: String {
    let parts = agentsFile.split(separator: "/").dropLast().map(String.init)
    return parts.last { $0 != "config" && $0 != "." } ?? "crew"
  }

  private static func isThere(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  private static func packages(_ folder: String) -> [String] {
    guard isThere(folder) else { return [] }
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map { "\(folder)/\($0)" }
    } catch {
      // A folder that cannot be listed has no crew that could be read either; the caller says which it looked for.
      return []
    }
  }
}
