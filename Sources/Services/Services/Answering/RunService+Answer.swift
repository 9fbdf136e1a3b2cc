import Evidence
import Basics
import Consultation
import Handbook
import Masking
import Records
import Reporting
import Vocabulary

extension RunService {
  /// The lines of a finished run that are open.
  /// - Parameter prefix: the run's id or the beginning of it.
  package func openLines(of prefix: String) async throws -> (run: String, lines: [OpenLine]) {
    let replayed = try await consultation(prefix)
    return (replayed.record.id, OpenLine.lines(of: replayed.report.brief))
  }

  /// Asks a finished run's request again with what a person says to its lines, as a run of its own: the first one stays as it
  /// is, and what a model was asked before in the same words is not asked again.
  ///
  /// - Parameters:
  ///   - prefix: the run's id or the beginning of it.
  ///   - options: where the answer goes and who is asked; its request, mode and base are the run's.
  /// - Throws: `RequestError` where an answer is to no line of the run.
  package func answer(
    _ prefix: String, answers: [RequestAnswer], options: AskOptions, observers: RunObservers = RunObservers()
  ) async throws -> RunAnswer {
    let replayed = try await consultation(prefix)
    let brief = replayed.report.brief
    let answered = try AnsweredRequest(
      request: replayed.report.request, placements: brief.placements,
      requirements: brief.requirements.map { ($0.id, $0.text) }, questions: brief.questions, answers: answers)
    var options = options
    options.mode = options.mode ?? replayed.setup.request.mode
    options.base = replayed.setup.baseFolder
    return try await ask(
      options, answered: answered, remark: "This answers \(replayed.record.id).", observers: observers)
  }

  /// Asks with what a person says to lines of the handbook's reading of the request.
  package func ask(
    _ options: AskOptions, answers: [RequestAnswer], observers: RunObservers = RunObservers()
  ) async throws -> RunAnswer {
    guard !answers.isEmpty else { return try await ask(options, observers: observers) }
    let mask = try SecretMask(environment: installation.environment)
    let text = mask.masked(try RequestLimits.checked(options.request))
    let reading = try HandbookReading()
    let base = try options.base.map { try BaseConfiguration(folder: $0, mask: mask) }
    let request = Request(text: text, base: base?.files)
    let brief =
      try base.map {
        try reading.change(
          of: $0.files, by: request, workbench: OfflineWorkbench(checks: try .init()))
      } ?? reading.brief(of: request)
    let answered = try AnsweredRequest(
      request: text, placements: brief.placements, requirements: brief.requirements.map { ($0.id, $0.text) },
      questions: brief.questions, answers: answers)
    return try await ask(options, answered: answered, observers: observers)
  }

  private func ask(
    _ options: AskOptions, answered: AnsweredRequest, remark: String? = nil, observers: RunObservers
  ) async throws -> RunAnswer {
    var options = options
    options.request = Array(answered.text.utf8)
    options.remarks = (remark.map { [$0] } ?? []) + answered.remarks
    return try await ask(options, observers: observers)
  }

  private func consultation(_ prefix: String) async throws -> ReplayedRun {
    let record = try await find(prefix)
    guard record.isConsultation else {
      throw ConsultationError(
        .notJournalled, summary: "Not a consultation",
        detail: "\(record.id) is no consultation; there is no request of it to answer to.")
    }
    guard record.status == .done else {
      throw ConsultationError(
        .notJournalled, summary: "The run has not ended",
        detail: "\(record.id) has no report yet; go on with it by: consilium resume \(record.id)")
    }
    return try await replay(record.id)
  }
}
