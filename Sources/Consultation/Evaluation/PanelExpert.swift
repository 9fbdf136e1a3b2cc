import Experts
import Handbook
import Vocabulary

/// A recorded model as the expert of one agent: it drafts what was recorded. What it was never asked, the handbook says
/// in its place: objections bound to evidence, the remedies of rules as a revision, and ballots.
struct PanelExpert: Expert {
  let identity: ExpertIdentity
  let draft: Draft
  let handbook: HandbookExpert
  let workbench: any Workbench

  func brief(for request: Request) async throws -> Brief { try await handbook.brief(for: request) }

  func draft(_ assignment: DraftAssignment) async throws -> Draft {
    var draft = draft
    draft.label = assignment.label
    draft.author = assignment.agent.key
    return draft
  }

  func objections(_ assignment: ReviewAssignment) async throws -> [Objection] {
    try await handbook.objections(assignment)
  }

  func revision(_ assignment: RevisionAssignment) async throws -> Revision {
    var draft = assignment.candidate.draft
    draft.label = assignment.label
    var answers: [Revision.Answer] = []
    for objection in assignment.objections {
      let finding = assignment.candidate.evidence.findings.first { $0.id == objection.basis.reference }
      guard let finding, let remedied = workbench.remedy(finding, in: draft.files) else {
        answers.append(
          .init(objection: objection.id, accepted: false, reason: "No remedy is certain; the draft stays."))
        continue
      }
      draft.files = workbench.formatted(remedied.files)
      answers.append(.init(objection: objection.id, accepted: true, reason: remedied.change))
    }
    return Revision(draft: draft, answers: answers)
  }

  func ballot(_ assignment: BallotAssignment) async throws -> Ballot { try await handbook.ballot(assignment) }
}
