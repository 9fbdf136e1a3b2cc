import Evidence
import Experts
import Handbook
import Vocabulary

/// What the handbook answers to a request, with what of it is met.
struct HandbookAnswer {
  let request: String
  let brief: Brief
  let files: [Artifact]
  /// The requirements that are met, with the resources that show them.
  let met: [(requirement: Requirement, evidence: [String])]

  /// Nil where the handbook refuses the request or builds nothing for it.
  init?(to request: String, by expert: HandbookExpert, as profile: AgentProfile) async {
    let asked = Request(text: request)
    guard let brief = try? await expert.brief(for: asked),
      let draft = try? await expert.draft(
        DraftAssignment(request: asked, brief: brief, agent: profile, label: "A"))
    else { return nil }
    self.request = request
    self.brief = brief
    files = draft.files
    met = zip(brief.requirements, OfflineChecks.coverage(of: draft.files, brief: brief))
      .filter { $1.status == .met }.map { ($0, $1.evidence) }
  }
}
