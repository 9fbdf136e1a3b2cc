import Experts
import Basics
import Handbook
import Vocabulary

extension ModelExpert {
  package func brief(for request: Request) async throws -> Brief {
    // What a change may touch is decided by rules, for whoever drafts it.
    if let base = request.base {
      return try HandbookReading().change(of: base, by: request, workbench: workbench)
    }
    let words = try prompts.text("steps/brief", values: ["request": .string(request.text)])
    let reading = BriefReading(desk: desk)
    // A model may call a plain request none of its business; where the rules read one, that is not the last word.
    let isPlain = try reading.isInfrastructure(request)
    let document = try await document(forms.brief, agent: agent, words: words) { document in
      let isRefused = document["infrastructure"]?.bool == false && !isPlain
      return isRefused || !(document["requirements"]?.array ?? []).isEmpty
        ? [] : ["/requirements: A request about infrastructure has at least one requirement."]
    }
    guard document["infrastructure"]?.bool == true || isPlain else {
      throw ExpertError(
        .notInfrastructure, summary: "This is not about infrastructure",
        detail:
          "\(identity.model) finds nothing in the request that could be built. Say what you need, as \"a private S3 bucket named reports in eu-west-1\"."
      )
    }
    return try reading.brief(document, of: request)
  }
}
