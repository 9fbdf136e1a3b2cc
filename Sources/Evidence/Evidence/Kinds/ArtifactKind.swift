import Basics
import ResourceGraph
import Vocabulary

/// What is done with the files of one format. Price, policies and coverage follow from the resources it reads.
package protocol ArtifactKind: Sendable {
  var format: ArtifactFormat { get }

  /// The resources of the files, with what is wrong in reading them.
  func read(_ files: [Artifact]) -> ResourceGraph

  /// The stages of validation that need no tool.
  /// - Parameters:
  ///   - files: of this format.
  ///   - graph: as `read` made it of them.
  ///   - paths: of all files of the draft, which expressions may refer to.
  func stages(of files: [Artifact], graph: ResourceGraph, beside paths: Set<String>) -> [ValidationStage]

  /// The files with what is certain put right, and each step with its place; the same files where there is nothing.
  func repaired(_ files: [Artifact]) -> (files: [Artifact], steps: [String])

  /// The file as its tool prints it; what cannot be parsed stays as it is.
  func formatted(_ file: Artifact) -> Artifact

  /// The files with the remedy of the finding's rule applied; nil where it cannot be.
  func applying(_ remedy: RemedyOfFinding, to files: [Artifact]) throws -> [Artifact]?

  /// Whether a real tool judges them, as `tofu validate` does.
  var hasTool: Bool { get }
}
