import Basics
import ModelContext
import Records
import Reporting
import Services
import Vocabulary

/// `consult`, `answer_questions` and `get_report`: the same services as the command's, for a caller's own runs.
struct ConsultTools: Sendable {
  let installation: Installation
  let runs: RunService
  let consultations: String
  let gate: ConsultGate

  func consult(_ request: String, arguments: JSONValue, context: CallContext) async throws -> ToolResult {
    try await gate.pass {
      let steps = StepCount(context)
      let options = AskOptions(
        request: Array(request.utf8), crewFile: installation.crewFile,
        mode: arguments["mode"]?.string.flatMap(Request.Mode.init), rounds: arguments["rounds"]?.integer,
        place: consultations)
      let answer = try await runs.ask(options, observers: steps.observers)
      context.changed(.resourcesChanged)
      return RunResult(report: answer.report, folder: answer.folder).result
    }
  }

  /// Consults again with what the person says to the open questions of a report.
  func answer(_ run: String, arguments: JSONValue, context: CallContext) async throws -> ToolResult {
    let (id, lines) = try await runs.openLines(of: try await finished(run))
    guard !lines.isEmpty else { throw ToolFailure("The report of \(id) has nothing open.") }
    let answers = try await answers(to: lines, arguments: arguments, context: context)
    return try await gate.pass {
      let steps = StepCount(context)
      let options = AskOptions(request: [], crewFile: installation.crewFile, place: consultations)
      let answer = try await runs.answer(id, answers: answers, options: options, observers: steps.observers)
      context.changed(.resourcesChanged)
      return RunResult(report: answer.report, folder: answer.folder).result
    }
  }

  private func answers(
    to lines: [OpenLine], arguments: JSONValue, context: CallContext
  ) async throws -> [RequestAnswer] {
    let given = (arguments["answers"]?.array ?? []).compactMap { entry -> RequestAnswer? in
      guard let question = entry["question"]?.string, let answer = entry["answer"]?.string else { return nil }
      return RequestAnswer(line: question, text: answer)
    }
    if !given.isEmpty { return given }
    let form = QuestionForm(lines)
    guard context.canAsk(form.elicitation) else {
      throw ToolFailure(
        "Ask the person and call again with 'answers'. Open are: \(lines.map { "\($0.id) \($0.text)" }.joined(separator: " · "))"
      )
    }
    guard case .accepted(let content) = try await context.ask("answers", as: form.elicitation) else {
      throw ToolFailure("The person did not answer; nothing was begun.")
    }
    let answers = form.answers(content)
    guard !answers.isEmpty else {
      throw ToolFailure("The person answered none of the questions; nothing was begun.")
    }
    return answers
  }

  /// - Parameter run: nil for the newest.
  func report(_ run: String?) async throws -> ToolResult {
    let replayed = try await replayed(run)
    return RunResult(report: replayed.report, folder: replayed.record.folder).result
  }

  private func replayed(_ run: String?) async throws -> ReplayedRun {
    try await runs.replay(try await finished(run))
  }

  /// The id of a finished consultation.
  /// - Parameter run: nil for the newest.
  private func finished(_ run: String?) async throws -> String {
    var id = run
    if id == nil {
      id = try await runs.list(limit: 50).first { $0.isConsultation && $0.status == .done }?.id
    }
    guard let id else { throw ToolFailure("There is no finished consultation yet.") }
    let record = try await runs.find(id)
    guard record.isConsultation else {
      throw ToolFailure("\(record.id) is no consultation and has no report.")
    }
    return record.id
  }
}
