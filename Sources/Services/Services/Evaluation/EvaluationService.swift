import Basics
import Evaluation
import Evidence
import FoundationEssentials
import ResourceGraph
import Requirements
import Vocabulary

/// Runs `eval`: a suite of requests against recorded models.
package struct EvaluationService: Sendable {
  let installation: Installation

  package init(installation: Installation) {
    self.installation = installation
  }

  /// - Parameters:
  ///   - modes: names of ways of choosing; nil for all.
  ///   - models: a glob over the suite's models.
  ///   - folder: where each chosen answer is written, below `MODE/REQUEST/`; nil for nowhere.
  ///   - observe: gets how many of how many requests are done.
  package func evaluate(
    _ path: String, models: String, modes names: [String]?, folder: String?,
    observe: (Int, Int) -> Void = { _, _ in }
  ) async throws -> EvaluatedSuite {
    let modes = try Self.modes(names)
    let suite = try await SuiteReader(environment: installation.environment).suite(at: path, models: models)
    let checks = try OfflineChecks()
    let evaluation = Evaluation(
      suite: suite, modes: modes, checks: checks, checklist: try SharedChecklist.ofMainCloud(),
      workbench: OfflineWorkbench(checks: checks))
    let report = try await evaluation.run(
      limit: ProcessInfo.processInfo.activeProcessorCount, observe: { observe($0, suite.requests.count) }
    ) { mode, request, files in
      guard let folder else { return }
      try Self.save(files, in: "\(folder)/\(mode.rawValue)/\(request)")
    }
    return EvaluatedSuite(json: try JSONValue(encoding: report), text: EvaluationTable(report: report).text)
  }

  /// The names of the ways of choosing.
  package static var modeNames: [String] { EvaluationMode.allCases.map(\.rawValue) }

  private static func modes(_ names: [String]?) throws(EvaluationError) -> [EvaluationMode] {
    var modes: [EvaluationMode] = []
    for name in names ?? modeNames {
      guard let mode = EvaluationMode(rawValue: name) else {
        throw EvaluationError(
          .unknownMode, summary: "Unknown way of choosing",
          detail: "'\(name)' is none of \(modeNames.joined(separator: ", ")).")
      }
      modes.append(mode)
    }
    return modes
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
