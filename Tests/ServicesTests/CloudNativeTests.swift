import Basics
import Evidence
import Experts
import Foundation
import Handbook
import Recorded
import Testing
import Vocabulary

@testable import Services

/// The requests of docs/cloud-native.txt, which name Kubernetes or a tool of it, and what came out of each:
/// docs/cloud-native.md. `CONSILIUM_RECORD=1` writes the page anew.
struct CloudNativeTests {
  private static let docs = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "docs")

  /// Words of requests that may be answered from AWS.
  private static let amazon = ["AWS", "EKS", "S3", "CloudWatch"]

  @Test func whatEachRequestCameTo() async throws {
    let text = try String(contentsOf: Self.docs.appending(path: "cloud-native.txt"), encoding: .utf8)
    let requests = text.split(separator: "\n").map(String.init)
    #expect(requests.count >= 60)
    let checks = try OfflineChecks()
    let profile = AgentProfile(key: "architect", role: "Architect")
    let expert = try HandbookExpert(
      profile: profile, workbench: OfflineWorkbench(checks: checks), edition: "test")
    var rows: [String] = []
    for words in requests {
      let request = Request(text: words)
      let brief: Brief
      do {
        brief = try await expert.brief(for: request)
      } catch let error as ExpertError {
        rows.append("| \(words) | nothing: \(error.detail) | | | | |")
        continue
      }
      let draft = try await expert.draft(
        DraftAssignment(request: request, brief: brief, agent: profile, label: "A"))
      let evidence = checks.evidence(for: draft.files, brief: brief)
      if !Self.amazon.contains(where: words.contains) {
        #expect(!evidence.price.resources.contains { $0.type.hasPrefix("aws_") }, "\(words)")
      }
      #expect(evidence.validation.allSatisfy { $0.status != .failed }, "\(words): \(evidence.validation)")
      rows.append(Self.row(words, brief: brief, evidence: evidence))
    }
    let page = Self.head + rows.map { $0 + "\n" }.joined()
    #expect(try RecordedFile.difference(page, in: Self.docs.appending(path: "cloud-native.md")) == nil)
  }

  private static func row(_ words: String, brief: Brief, evidence: Evidence) -> String {
    func texts(_ status: Coverage.Status) -> String {
      zip(brief.requirements, evidence.coverage).filter { $1.status == status }.map(\.0.text)
        .joined(separator: "; ")
    }
    var counts: [(kind: String, count: Int)] = []
    for resource in evidence.price.resources where !resource.type.hasPrefix("aws_") {
      if let index = counts.firstIndex(where: { $0.kind == resource.type }) {
        counts[index].count += 1
      } else {
        counts.append((resource.type, 1))
      }
    }
    let amazon = evidence.price.resources.count { $0.type.hasPrefix("aws_") }
    let kinds =
      counts.map { $0.count == 1 ? $0.kind : "\($0.count) \($0.kind)" }
      + (amazon > 0 ? ["\(amazon) of AWS"] : [])
    let share = Int(saturating: (evidence.price.coverage * 100).rounded(.down))
    let unchecked = evidence.validation.filter { $0.status == .unchecked }.map(\.detail)
    let validity = unchecked.isEmpty ? "valid" : unchecked.joined(separator: " ")
    let price = String(format: "$%.2f, %d %%", evidence.price.monthly, share)
    return
      "| \(words) | \(kinds.joined(separator: ", ")) | \(texts(.met)) | \(texts(.unmet)) | \(texts(.unknown)) | \(price); \(validity) |"
  }

  private static let head = """
    # Requests for clusters

    <!-- Made from docs/cloud-native.txt by the tests; CONSILIUM_RECORD=1 writes it anew. -->

    What the handbook makes of requests that name Kubernetes or a tool of it: the objects, what of the request is met, unmet and
    not understood, the price of a month with the share of what may cost that has a price, and whether every object is what its
    schema takes. Nothing is taken from AWS unless AWS or a product of it is named.

    | request | objects | met | unmet | unknown | price; objects |
    |---|---|---|---|---|---|

    """
}
