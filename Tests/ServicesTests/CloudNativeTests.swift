import Basics
import Clouds
import Evidence
import Experts
import Foundation
import Handbook
import Recorded
import StrictYAML
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

  /// Every phrase of the pack by itself: what it asks for is built and met by that, and nothing of the main cloud is made.
  @Test func everyPhraseIsMetByWhatItBuilds() async throws {
    let checks = try OfflineChecks()
    let profile = AgentProfile(key: "architect", role: "Architect")
    let expert = try HandbookExpert(
      profile: profile, workbench: OfflineWorkbench(checks: checks), edition: "test")
    let requests = try Self.phrases()
    #expect(requests.count > 300)
    for (words, beside) in requests {
      let request = Request(text: words)
      let brief = try await expert.brief(for: request)
      let draft = try await expert.draft(
        DraftAssignment(request: request, brief: brief, agent: profile, label: "A"))
      let evidence = checks.evidence(for: draft.files, brief: brief)
      // The word that stands beside may mean nothing by itself.
      let open = zip(brief.requirements, evidence.coverage).filter { $1.status != .met && $0.text != beside }
      #expect(open.isEmpty, "\(words): \(open.map { "\($0.text): \($1.reason)" })")
      #expect(evidence.coverage.contains { $0.status == .met }, "\(words)")
      #expect(!evidence.price.resources.contains { $0.type.hasPrefix("aws_") }, "\(words)")
    }
  }

  /// A request for each phrase, with the word that has to stand beside it.
  private static func phrases() throws -> [(words: String, beside: String)] {
    let pack = try #require(CloudCatalog.current.manifests)
    var found: [(words: String, beside: String)] = []
    for file in try pack.files(in: .lexicon, endingIn: ".yaml") {
      let text = try String(contentsOf: file, encoding: .utf8)
      let document = try StrictYAML.document(text, file: file.lastPathComponent)
      for entry in document["components"]?.elements ?? [] {
        let context = entry["context"]?.scalar?.text ?? ""
        let beside = context.hasPrefix("with ") ? String(context.dropFirst(5)) : ""
        for phrase in entry["phrases"]?.elements?.compactMap(\.scalar?.text) ?? [] {
          found.append(
            ("A \(phrase) on Kubernetes" + (beside.isEmpty ? "" : " with \(beside)"), beside))
        }
      }
    }
    return found
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
