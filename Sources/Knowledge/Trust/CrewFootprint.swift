import Basics
import CrewFile
import Digests
import Foundation

/// All that a crew brings along: its file, its prompts, and the knowledge beside it.
package struct CrewFootprint: Sendable {
  package let file: CrewFile
  /// The file that names the agents, without links.
  package let path: String
  package let knowledge: KnowledgeFiles
  package let reach: CrewReach

  /// - Parameters:
  ///   - project: where the crew's files are.
  ///   - prompts: the folder of the prompts of a project that has none of its own.
  package init(_ project: CrewProject, prompts: String) throws {
    file = try CrewFile.load(project, prompts: prompts)
    let url = URL(filePath: project.agentsFile).standardizedFileURL.resolvingSymlinksInPath()
    path = url.path(percentEncoded: false)
    knowledge = try KnowledgeFiles(beside: url.deletingLastPathComponent().path(percentEncoded: false))
    reach = CrewReach(file.models, servers: file.servers)
  }

  /// Of every byte of it; the same for the same bytes anywhere.
  package var digest: String {
    Digest(of: "\(file.crew.digest)\u{0}\(knowledge.digest)").hexadecimal
  }
}
