import Basics
import Vocabulary

extension ModelExpert {
  package func brief(for request: Request) async throws -> Brief {
    let words = try prompts.text("steps/brief", ["request": .string(request.text)])
    let document = try await document(forms.brief, agent, words) { document in
      document["infrastructure"]?.bool == false || !(document["requirements"]?.array ?? []).isEmpty
        ? [] : ["/requirements: A request about infrastructure has at least one requirement."]
    }
    guard document["infrastructure"]?.bool == true else {
      throw ExpertError(
        .notInfrastructure, summary: "This is not about infrastructure",
        detail:
          "\(identity.model) finds nothing in the request that could be built. Say what you need, as \"a private S3 bucket named reports in eu-west-1\"."
      )
    }
    return try BriefReading(desk: desk).brief(document)
  }
}
