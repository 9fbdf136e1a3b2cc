import Basics
import Clouds
import Evidence
import Experts
import Foundation
import Handbook
import Recorded
import Testing
import Vocabulary

@testable import Services

/// The requests of docs/clouds.txt, which are of Azure and of Google Cloud, and what came out of each: docs/clouds.md.
/// `CONSILIUM_RECORD=1` writes the page anew.
struct CloudRequestTests {
  private static let docs = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "docs")

  @Test func whatEachRequestCameTo() async throws {
    let text = try String(contentsOf: Self.docs.appending(path: "clouds.txt"), encoding: .utf8)
    let requests = text.split(separator: "\n").map(String.init)
    #expect(requests.count >= 50)
    let checks = try OfflineChecks()
    let profile = AgentProfile(key: "architect", role: "Architect")
    let expert = try HandbookExpert(
      profile: profile, workbench: OfflineWorkbench(checks: checks), edition: "test")
    var rows: [String] = []
    for words in requests {
      let request = Request(text: words)
      let brief = try await expert.brief(for: request)
      let draft = try await expert.draft(
        DraftAssignment(request: request, brief: brief, agent: profile, label: "A"))
      let evidence = checks.evidence(for: draft.files, brief: brief)
      let clouds = Set(
        evidence.price.resources.compactMap { CloudCatalog.current.cloud(ofType: $0.type)?.id })
      #expect(clouds.count { $0 != CloudCatalog.current.manifests?.id } == 1, "\(words): \(clouds)")
      #expect(evidence.validation.allSatisfy { $0.status != .failed }, "\(words): \(evidence.validation)")
      let grave = evidence.findings.filter { $0.outcome == .fail && $0.severity == .critical }
      #expect(grave.isEmpty, "\(words): \(grave.map(\.rule))")
      rows.append(Self.row(words, brief: brief, evidence: evidence))
    }
    let page = Self.head + rows.map { $0 + "\n" }.joined()
    #expect(try RecordedFile.difference(page, in: Self.docs.appending(path: "clouds.md")) == nil)
  }

  /// What ships for every cloud: the files of each recipe alone, for each priority, hold against every check that is here.
  @Test func everyRecipePassesTheChecks() async throws {
    let proof = try RecipeProof()
    let checks = try OfflineChecks()
    for recipe in proof.recipes() {
      for priority in AgentProfile.Priority.allCases {
        let files = OfflineWorkbench(checks: checks).formatted(try proof.files(recipe, for: priority))
        let evidence = checks.evidence(for: files, brief: Brief(title: "", requirements: []))
        let failed = evidence.validation.filter { $0.status == .failed }
        #expect(failed.isEmpty, "\(recipe) \(priority): \(failed.map(\.detail))")
      }
    }
  }

  private static func row(_ words: String, brief: Brief, evidence: Evidence) -> String {
    func texts(_ status: Coverage.Status) -> String {
      zip(brief.requirements, evidence.coverage).filter { $1.status == status }.map(\.0.text)
        .joined(separator: "; ")
    }
    let types = Dictionary(grouping: evidence.price.resources, by: \.type).mapValues(\.count)
    let kinds = types.sorted { $0.key < $1.key }.map { $1 == 1 ? $0 : "\($1) \($0)" }
    let share = Int(saturating: (evidence.price.coverage * 100).rounded(.down))
    let price = String(format: "$%.2f, %d %%", evidence.price.monthly, share)
    return
      "| \(words) | \(kinds.joined(separator: ", ")) | \(texts(.met)) | \(texts(.unmet)) | \(texts(.unknown)) | \(price) |"
  }

  private static let head = """
    # Requests for Azure and Google Cloud

    <!-- Made from docs/clouds.txt by the tests; CONSILIUM_RECORD=1 writes it anew. -->

    What the handbook makes of requests that name Azure, Google Cloud or a product of theirs: the resources, what of the request is
    met, unmet and not understood, and the price of a month with the share of what may cost that has a price. Every file passes the
    parser, the references and the provider's schema; which values its arguments take is known of the provider of AWS alone, so
    that the report leaves the schema open here until the provider itself is at hand.

    | request | resources | met | unmet | unknown | price |
    |---|---|---|---|---|---|

    """
}
