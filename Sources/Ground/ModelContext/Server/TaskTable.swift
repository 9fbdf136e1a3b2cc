import Basics
import Digests
import FoundationEssentials

/// The tasks of a server (extension `io.modelcontextprotocol/tasks`): handles of work that goes on when its request is
/// answered. They live as long as the server; a finished one is kept for an hour.
package actor TaskTable {
  /// How long a finished task can be asked for.
  static let kept = Duration.seconds(3600)
  /// How often a client is asked to look, in milliseconds.
  static let pollInterval = 500
  /// Unfinished tasks of one caller at the same time.
  static let most = 8

  private struct Entry {
    var state: TaskState
    let caller: String
    let cancellation: CancellationSwitch
    var questions:
      [String: (elicitation: Elicitation, answers: AsyncStream<ElicitationAnswer>.Continuation)] = [:]
    var asked = 0
    var ended: ContinuousClock.Instant?
  }

  private var entries: [String: Entry] = [:]
  private let events: EventHub

  init(events: EventHub) {
    self.events = events
  }

  /// - Returns: the handle, with what cancels the work.
  func create(for caller: ContextCaller) throws(ProtocolFault) -> (
    state: TaskState, cancellation: CancellationSwitch
  ) {
    forgetOld()
    guard entries.values.count(where: { $0.caller == caller.name && $0.ended == nil }) < Self.most else {
      throw ProtocolFault(
        .internalError, message: "\(Self.most) tasks are being worked on; ask again when one has ended.")
    }
    let id = MessageKey.unguessable()
    let state = TaskState(id: id, created: Date().ISO8601Format())
    let cancellation = CancellationSwitch()
    entries[id] = Entry(state: state, caller: caller.name, cancellation: cancellation)
    return (state, cancellation)
  }

  /// As it is now.
  func state(_ id: String, caller: ContextCaller) throws(ProtocolFault) -> TaskState {
    try entry(id, caller: caller).state
  }

  /// Asks the client to have the work stopped; that it stopped shows in its state.
  func cancel(_ id: String, caller: ContextCaller) throws(ProtocolFault) {
    let entry = try entry(id, caller: caller)
    guard entry.ended == nil else { return }
    entry.cancellation.throwSwitch()
    end(id, as: .cancelled)
  }

  /// Hands answers to the questions they are for; others are let go.
  func update(_ id: String, answers: [(key: String, json: JSONValue)], caller: ContextCaller)
    throws(ProtocolFault)
  {
    _ = try entry(id, caller: caller)
    for (key, json) in answers {
      guard let question = entries[id]?.questions[key] else { continue }
      let answer = try question.elicitation.answer(json)
      entries[id]?.questions[key] = nil
      question.answers.yield(answer)
      question.answers.finish()
    }
    guard entries[id]?.ended == nil else { return }
    change(id) { [questions = entries[id]?.questions ?? [:]] state in
      state.status = questions.isEmpty ? .working : .inputRequired(questions.mapValues(\.elicitation.json))
    }
  }

  /// Waits for a person's answer; meanwhile the task says what it needs.
  func ask(_ id: String, key: String, elicitation: Elicitation) async throws -> ElicitationAnswer {
    let (answers, continuation) = AsyncStream.makeStream(of: ElicitationAnswer.self)
    guard var entry = entries[id], entry.ended == nil else { throw CancellationError() }
    entry.asked += 1
    // A key is never used twice in the life of a task.
    entry.questions["\(key)-\(entry.asked)"] = (elicitation, continuation)
    entries[id] = entry
    change(id) { $0.status = .inputRequired(entry.questions.mapValues(\.elicitation.json)) }
    for await answer in answers { return answer }
    throw CancellationError()
  }

  /// Says how far the work is.
  func note(_ id: String, message: String) {
    guard entries[id]?.ended == nil else { return }
    change(id) { $0.message = message }
  }

  /// The end of the work; the first one counts.
  func end(_ id: String, as status: TaskState.Status) {
    guard let entry = entries[id], entry.ended == nil else { return }
    entries[id]?.ended = .now
    for question in entry.questions.values { question.answers.finish() }
    entries[id]?.questions = [:]
    change(id) {
      $0.status = status
      if case .failed(let fault) = status { $0.message = fault.message }
    }
  }

  private func change(_ id: String, by change: (inout TaskState) -> Void) {
    guard var entry = entries[id] else { return }
    change(&entry.state)
    entry.state.updated = Date().ISO8601Format()
    entries[id] = entry
    events.publish(.taskChanged(id: id, state: entry.state.json), to: entry.caller)
  }

  /// Another caller's task is none.
  private func entry(_ id: String, caller: ContextCaller) throws(ProtocolFault) -> Entry {
    forgetOld()
    guard let entry = entries[id], entry.caller == caller.name else {
      throw .invalidParams("There is no such task; one that ended an hour ago is forgotten.")
    }
    return entry
  }

  private func forgetOld() {
    let now = ContinuousClock.now
    entries = entries.filter { $0.value.ended.map { now - $0 < Self.kept } ?? true }
  }
}
