import Basics
import FoundationEssentials
import StrictYAML

extension CrewFile {
  /// Reads a crew and its prompts.
  /// - Parameter prompts: the folder of the prompts of a project that has none of its own.
  /// - Throws: `DiagnosticsError` with every mistake and its `file:line:column`.
  package static func load(_ project: CrewProject, prompts: String) throws(DiagnosticsError) -> CrewFile {
    guard case .pair(let agents, let tasks) = project else { return try load(project.agentsFile) }
    let own = URL(filePath: agents).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "prompts").path(percentEncoded: false)
    let folder = FileManager.default.fileExists(atPath: own) ? own : prompts
    let texts = (agents: try read(agents), tasks: try read(tasks))
    let promptTexts = try promptTexts(URL(filePath: folder))
    var reader = CrewReader(file: agents)
    var crew = try reader.project(
      agents: try document(texts.agents, file: agents),
      tasks: (try document(texts.tasks, file: tasks), tasks),
      digest: digest([texts.agents, texts.tasks], prompts: promptTexts))
    crew.name = project.name
    return CrewFile(crew: crew, prompts: try Self.prompts(promptTexts, folder: folder))
  }

  private static func document(_ text: String, file: String) throws(DiagnosticsError) -> YAMLNode {
    do {
      return try StrictYAML.document(text, file: file)
    } catch {
      throw DiagnosticsError([error])
    }
  }
}
