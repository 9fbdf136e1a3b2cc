import Vocabulary

struct Reviser {
  let assignment: RevisionAssignment
  let drafter: Drafter
  let workbench: any Workbench
  func revision() throws(ExpertError) -> Revision { Revision(draft: assignment.candidate.draft, answers: []) }
}
