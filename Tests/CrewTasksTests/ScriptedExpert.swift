import Basics
import Experts
import Synchronization
import Vocabulary

/// Answers what a script says, in order, and fails where something else is asked.
final class ScriptedExpert: Expert {
  enum Answer: Sendable {
    case text(String)
    case accepts
    case refuses(String)
    case divides([(agent: String, work: String)])
    /// Answers only when it is cancelled.
    case hangs
    case fails(String)
  }

  struct Unexpected: Error, CustomStringConvertible {
    let description: String
  }

  let identity: ExpertIdentity
  private let script: Mutex<[(match: String, answer: Answer)]>
  private let heard = Mutex<[String]>([])

  /// - Parameter script: what the words of the next question hold, and the answer to it.
  init(_ agent: String, _ script: [(match: String, answer: Answer)]) {
    identity = ExpertIdentity(agent: agent, kind: .model, model: "scripted/one")
    self.script = Mutex(script)
  }

  /// What it was asked, in order.
  var questions: [String] { heard.withLock { $0 } }
  /// Answers nobody asked for.
  var unused: [String] { script.withLock { $0.map(\.match) } }

  func perform(_ assignment: TaskAssignment) async throws -> TaskResult {
    let words =
      assignment.description + assignment.context.map { " [\($0.task): \($0.text)]" }.joined()
      + (assignment.previous.map { " previous: \($0)" } ?? "")
      + (assignment.feedback.map { " feedback: \($0)" } ?? "")
    switch try next(words) {
    case .text(let text): return TaskResult(text: text, calls: 1, inputTokens: 10, outputTokens: 5)
    case .fails(let reason): throw Unexpected(description: reason)
    case .hangs:
      try await Task.sleep(for: .seconds(3600))
      throw CancellationError()
    case let other: throw Unexpected(description: "a result was asked for, the script has \(other)")
    }
  }

  func assess(_ assignment: AssessmentAssignment) async throws -> Assessment {
    switch try next("assess \(assignment.result)" + (assignment.rule.map { " by \($0)" } ?? "")) {
    case .accepts: return Assessment(isAccepted: true)
    case .refuses(let feedback): return Assessment(isAccepted: false, feedback: feedback)
    case let other: throw Unexpected(description: "an assessment was asked for, the script has \(other)")
    }
  }

  func delegate(_ assignment: DelegationAssignment) async throws -> Delegation {
    switch try next("delegate \(assignment.description)") {
    case .divides(let parts):
      return Delegation(
        steps: parts.map { .init(agent: $0.agent, description: $0.work, expectedOutput: "done") })
    case let other: throw Unexpected(description: "a delegation was asked for, the script has \(other)")
    }
  }

  private func next(_ words: String) throws -> Answer {
    heard.withLock { $0.append(words) }
    return try script.withLock { script in
      guard let place = script.firstIndex(where: { words.contains($0.match) }) else {
        throw Unexpected(description: "\(identity.agent) was asked what the script does not have: \(words)")
      }
      return script.remove(at: place).answer
    }
  }

  // A crew's own tasks have no part in a consultation.
  private var noConsultation: Unexpected { Unexpected(description: "a consultation was asked for") }
  func brief(for request: Request) async throws -> Brief { throw noConsultation }
  func draft(_ assignment: DraftAssignment) async throws -> Draft { throw noConsultation }
  func objections(_ assignment: ReviewAssignment) async throws -> [Objection] { throw noConsultation }
  func revision(_ assignment: RevisionAssignment) async throws -> Revision { throw noConsultation }
  func ballot(_ assignment: BallotAssignment) async throws -> Ballot { throw noConsultation }
}
