import Basics
import Vocabulary

/// What answers for an agent. Every answer is a value; an expert has no tool that writes.
package protocol Expert: Sendable {
  var identity: ExpertIdentity { get }

  /// Reads the request into a ledger. Throws `ExpertError` where the request is not about infrastructure.
  func brief(for request: Request) async throws -> Brief

  /// A whole proposal, made blind: nothing of another expert's work is in the assignment.
  func draft(_ assignment: DraftAssignment) async throws -> Draft

  /// Objections to unnamed drafts, each bound to evidence or to the check that would settle it.
  func objections(_ assignment: ReviewAssignment) async throws -> [Objection]

  /// The whole draft rewritten to answer the objections that were upheld.
  func revision(_ assignment: RevisionAssignment) async throws -> Revision

  /// Independent scores of every candidate, unnamed and in the given order.
  func ballot(_ assignment: BallotAssignment) async throws -> Ballot

  /// A task of a crew's own. Throws `ExpertError` with code `.cannotPerform` where the expert answers none.
  func perform(_ assignment: TaskAssignment) async throws -> TaskResult

  /// Whether a result is what was asked for. Throws as `perform`.
  func assess(_ assignment: AssessmentAssignment) async throws -> Assessment

  /// Who does which part of some work. Throws as `perform`.
  func delegate(_ assignment: DelegationAssignment) async throws -> Delegation
}

extension Expert {
  /// Experts that work by rules know the steps of a consultation and nothing else.
  package func perform(_ assignment: TaskAssignment) async throws -> TaskResult { throw noFreeWords }

  package func assess(_ assignment: AssessmentAssignment) async throws -> Assessment { throw noFreeWords }

  package func delegate(_ assignment: DelegationAssignment) async throws -> Delegation { throw noFreeWords }

  private var noFreeWords: ExpertError {
    ExpertError(
      .cannotPerform, summary: "No model answers this task",
      detail:
        "'\(identity.agent)' is answered by the \(identity.kind.rawValue) (\(identity.model)), which drafts and reviews infrastructure and cannot do a task in free words. Name a model with --model, or with 'llm:' in agents.yaml."
    )
  }
}
