import Basics
import Policies
import ResourceGraph
import StrictYAML
import Vocabulary

/// Tests of alerting rules. They make no resource: what is looked at is whether they can be read and test something. Whether
/// the alerts behave as they say is decided by `promtool`, which is not run here.
struct AlertTestsKind: ArtifactKind {
  let format = ArtifactFormat.alertTests
  let hasTool = false

  func read(_ files: [Artifact]) -> ResourceGraph { ResourceGraph(resources: [], diagnostics: []) }

  func stages(of files: [Artifact], graph: ResourceGraph, beside paths: Set<String>) -> [ValidationStage] {
    [ValidationStage(own: "alert test syntax", faults: files.flatMap(faults))]
  }

  private func faults(_ file: Artifact) -> [Diagnostic] {
    do {
      let document = try StrictYAML.document(file.content, file: file.path)
      guard let tests = document["tests"]?.elements, !tests.isEmpty else {
        return [
          Diagnostic(
            code: "alert-tests.empty", summary: "Nothing is tested",
            detail: "\(file.path) has no list of tests. Add one, or leave the file out.")
        ]
      }
      return []
    } catch {
      return [error]
    }
  }

  func repaired(_ files: [Artifact]) -> (files: [Artifact], steps: [String]) { (files, []) }

  func formatted(_ file: Artifact) -> Artifact { file }

  /// No rule is about a test.
  func applying(_ remedy: RemedyOfFinding, to files: [Artifact]) throws -> [Artifact]? { nil }
}
