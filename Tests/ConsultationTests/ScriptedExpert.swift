import Experts
import Synchronization
import Vocabulary

/// Answers from a script and remembers what it was asked; a question the script has no answer for is an error.
final class ScriptedExpert: Expert {
  struct Script: Sendable {
    var draft: (@Sendable (DraftAssignment) throws -> Draft)?
    var objections: (@Sendable (ReviewAssignment) throws -> [Objection])?
    var revision: (@Sendable (RevisionAssignment) throws -> Revision)?
    var ballot: (@Sendable (BallotAssignment) throws -> Ballot)?
    var kind = ExpertIdentity.Kind.handbook
  }

  struct Unexpected: Error {
    let question: String
  }

  let identity: ExpertIdentity
  private let script: Script
  private let log = Mutex<[String]>([])
  private let seen = Mutex<[Candidate]>([])

  init(_ agent: String, _ script: Script) {
    identity = ExpertIdentity(agent: agent, kind: script.kind, model: "script")
    self.script = script
  }

  /// What was asked, in order.
  var questions: [String] { log.withLock { $0 } }
  /// Every candidate this expert was shown as critic or judge.
  var shown: [Candidate] { seen.withLock { $0 } }

  func brief(for request: Request) async throws -> Brief { throw Unexpected(question: "brief") }

  func draft(_ assignment: DraftAssignment) async throws -> Draft {
    try answer("draft", script.draft, assignment)
  }

  func objections(_ assignment: ReviewAssignment) async throws -> [Objection] {
    seen.withLock { $0 += assignment.candidates }
    return try answer("objections", script.objections, assignment)
  }

  func revision(_ assignment: RevisionAssignment) async throws -> Revision {
    try answer("revision", script.revision, assignment)
  }

  func ballot(_ assignment: BallotAssignment) async throws -> Ballot {
    seen.withLock { $0 += assignment.candidates }
    return try answer("ballot", script.ballot, assignment)
  }

  private func answer<Question, Answer>(
    _ name: String, _ reply: ((Question) throws -> Answer)?, _ question: Question
  ) throws -> Answer {
    log.withLock { $0.append(name) }
    guard let reply else { throw Unexpected(question: name) }
    return try reply(question)
  }
}
