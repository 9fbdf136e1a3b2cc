import Basics
import Evaluation
import FoundationEssentials
import Vocabulary

/// Runs requests through the whole path, live or from cassettes, in several modes side by side.
package struct LiveEvaluation: Sendable {
  private let installation: Installation
  private let crewFile: String
  private let models: ModelRunOptions
  /// Where the cassettes are, one for each request and mode; nil for none.
  private let cassettes: (folder: String, isRecording: Bool)?
  /// Where stores and bundles go.
  private let folder: String

  /// - Parameters:
  ///   - crewFile: nil for the installation's own.
  ///   - record: a folder that cassettes are recorded in.
  ///   - replay: a folder of cassettes that are played.
  ///   - folder: new or empty; keeps each run's bundle as `MODE/REQUEST/`.
  package init(
    installation: Installation, crewFile: String?, models: ModelRunOptions, record: String?, replay: String?,
    folder: String
  ) {
    self.installation = installation
    self.crewFile = crewFile ?? installation.crewFile
    self.models = models
    self.folder = folder
    cassettes = record.map { ($0, true) } ?? replay.map { ($0, false) }
  }

  /// - Parameters:
  ///   - path: `tasks.jsonl` with an `id` and a `prompt` on each line, or the folder that it is in.
  ///   - observe: gets how many of how many runs are done.
  package func evaluate(
    _ path: String, modes: [Request.Mode], observe: (Int, Int) -> Void = { _, _ in }
  ) async throws -> LiveReport {
    let requests = try await SuiteReader(environment: installation.environment).requests(at: path)
    if let cassettes, cassettes.isRecording {
      try FileManager.default.createDirectory(atPath: cassettes.folder, withIntermediateDirectories: true)
    }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    var outcomes: [LiveOutcome] = []
    for request in requests {
      for mode in modes {
        outcomes.append(await outcome(request, mode: mode))
        try Task.checkCancellation()
        observe(outcomes.count, requests.count * modes.count)
      }
    }
    return LiveReport(outcomes, modes: modes)
  }

  private func outcome(_ request: SuiteRequest, mode: Request.Mode) async -> LiveOutcome {
    var models = models
    // What one mode asked is no gift to the next: each pays for its own calls.
    models.cache = .off
    let cassette = cassettes.map { "\($0.folder)/\(request.id)-\(mode.rawValue).cassette" }
    if cassettes?.isRecording == true { models.record = cassette } else { models.replay = cassette }
    let options = AskOptions(
      request: Array(request.prompt.utf8), crewFile: crewFile, mode: mode,
      output: "\(folder)/\(mode.rawValue)/\(request.id)", models: models)
    do {
      let service = RunService(installation: installation, storeFile: "\(folder)/runs.db")
      return LiveOutcome(try await service.ask(options).report, id: request.id)
    } catch {
      return LiveOutcome(failing: "\(error)", id: request.id, mode: mode)
    }
  }
}
