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
    let report = try await replayed(run).report
    let questions = report.brief.questions
    guard !questions.isEmpty else { throw ToolFailure("The report of \(report.run) has no open question.") }
    let answers = try await answers(to: questions, arguments: arguments, context: context)
    let text =
      report.request + "\n\nAnswers to open questions:\n"
      + answers.map { "- \($0.question) \($0.answer)" }.joined(separator: "\n")
    return try await consult(text, arguments: [:], context: context)
  }

  private func answers(
    to questions: [String], arguments: JSONValue, context: CallContext
  ) async throws -> [(question: String, answer: String)] {
    let given = (arguments["answers"]?.array ?? []).compactMap {
      entry -> (question: String, answer: String)? in
      guard let question = entry["question"]?.string, let answer = entry["answer"]?.string else { return nil }
      return (question, answer)
    }
    if !given.isEmpty { return given }
    let form = QuestionForm(questions)
    guard context.canAsk(form.elicitation) else {
      throw ToolFailure(
        "Ask the person and call again with 'answers'. The questions are: \(questions.joined(separator: " · "))"
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
    var id = run
    if id == nil {
      id = try await runs.list(limit: 50).first { $0.isConsultation && $0.status == .done }?.id
    }
    guard let id else { throw ToolFailure("There is no finished consultation yet.") }
    let record = try await runs.find(id)
    guard record.isConsultation else {
      throw ToolFailure("\(record.id) is no consultation and has no report.")
    }
    return try await runs.replay(record.id)
  }
}
