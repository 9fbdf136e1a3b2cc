import Basics
import Evaluation
import Evidence
import FoundationEssentials
import ResourceGraph
import Requirements
import Vocabulary

/// Runs `eval`: a suite of requests against recorded models.
package struct Evaluating: Sendable {
  let installation: Installation

  package init(installation: Installation) {
    self.installation = installation
  }

  /// - Parameters:
  ///   - models: a glob over the suite's models.
  ///   - folder: where each chosen answer is written, below `MODE/REQUEST/`; nil for nowhere.
  ///   - observe: gets how many of how many requests are done.
  package func evaluate(
    _ path: String, models: String, modes: [EvaluationMode], folder: String?,
    observe: (Int, Int) -> Void = { _, _ in }
  ) async throws -> EvaluationReport {
    let suite = try await SuiteReader(environment: installation.environment).suite(at: path, models: models)
    let checks = try OfflineChecks()
    let evaluation = Evaluation(
      suite: suite, modes: modes, checks: checks, checklist: try SharedChecklist.ofMainCloud(),
      workbench: OfflineWorkbench(checks: checks))
    return try await evaluation.run(
      limit: ProcessInfo.processInfo.activeProcessorCount, observe: { observe($0, suite.requests.count) }
    ) { mode, request, files in
      guard let folder else { return }
      try Self.save(files, in: "\(folder)/\(mode.rawValue)/\(request)")
    }
  }

  private static func save(_ files: [Artifact], in folder: String) throws {
    for file in files {
      let place = URL(filePath: folder).appending(path: String(file.path.drop { $0 != "/" }.dropFirst()))
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.content.utf8).write(to: place, options: .atomic)
    }
  }
}
