import Basics
import Experts
import Vocabulary

/// Stands for an expert in a replay: it has a name and refuses every question.
struct RecordedExpert: Expert {
  let identity: ExpertIdentity

  private var refusal: ExpertError {
    ExpertError(
      .failed, summary: "A replay asks nobody",
      detail: "The journal has no answer of '\(identity.agent)' here.")
  }

  func brief(for request: Request) async throws -> Brief { throw refusal }
  func draft(_ assignment: DraftAssignment) async throws -> Draft { throw refusal }
  func objections(_ assignment: ReviewAssignment) async throws -> [Objection] { throw refusal }
  func revision(_ assignment: RevisionAssignment) async throws -> Revision { throw refusal }
  func ballot(_ assignment: BallotAssignment) async throws -> Ballot { throw refusal }
}
