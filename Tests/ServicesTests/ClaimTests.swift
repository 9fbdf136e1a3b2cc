import Basics
import Evidence
import Experts
import Handbook
import Foundation
import Testing
import Vocabulary

@testable import Services

/// Requests with what a careful reader of the files says of each part: met, unmet or unknown. Denials, "only", "each", bounds,
/// misspellings, four languages, other clouds, and things that nobody can build here.
struct ClaimTests {
  struct Case: Sendable, Decodable, CustomTestStringConvertible {
    var request: String
    /// The texts of the requirements with each status, in the order of the brief.
    var met: [String]
    var unmet: [String]
    var unknown: [String]

    var testDescription: String { request }
  }

  /// Whether `CONSILIUM_RECORD=1` writes what is found, for whoever reads the difference line by line.
  private static let records = ProcessInfo.processInfo.environment["CONSILIUM_RECORD"] == "1"

  private static let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "Fixtures/claims/requests.json")

  private static func record(_ cases: [Case]) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.withoutEscapingSlashes]
    func text(_ value: some Encodable) throws -> String {
      String(decoding: try encoder.encode(value), as: UTF8.self)
    }
    func list(_ texts: [String]) throws -> String {
      "[\(try texts.map { try text($0) }.joined(separator: ", "))]"
    }
    let lines = try cases.map { entry in
      "  {\"request\": \(try text(entry.request)), \"met\": \(try list(entry.met)), \"unmet\": \(try list(entry.unmet)), \"unknown\": \(try list(entry.unknown))}"
    }
    try "[\n\(lines.joined(separator: ",\n"))\n]\n".write(to: file, atomically: true, encoding: .utf8)
  }

  private static func cases() throws -> [Case] {
    try JSONDecoder().decode([Case].self, from: Data(contentsOf: file))
  }

  @Test func eachPartOfARequestIsDecidedAsTheFilesSay() async throws {
    let checks = try OfflineChecks()
    let cases = try Self.cases()
    #expect(cases.count >= 100)
    let profile = AgentProfile(key: "architect", role: "Architect")
    let expert = try HandbookExpert(
      profile: profile, workbench: OfflineWorkbench(checks: checks), edition: "test")
    var recorded: [Case] = []
    for expected in cases {
      let request = Request(text: expected.request)
      let brief = try await expert.brief(for: request)
      let draft = try await expert.draft(
        DraftAssignment(request: request, brief: brief, agent: profile, label: "A"))
      let coverage = checks.evidence(for: draft.files, brief: brief).coverage
      func texts(_ status: Coverage.Status) -> [String] {
        zip(brief.requirements, coverage).filter { $1.status == status }.map(\.0.text)
      }
      if Self.records {
        recorded.append(
          Case(request: expected.request, met: texts(.met), unmet: texts(.unmet), unknown: texts(.unknown)))
        continue
      }
      #expect(texts(.met) == expected.met, "\(expected.request)")
      #expect(texts(.unmet) == expected.unmet, "\(expected.request)")
      #expect(texts(.unknown) == expected.unknown, "\(expected.request)")
      #expect(brief.placements?.map(\.text).joined() == expected.request)
      let placed = Set((brief.placements ?? []).flatMap(\.lines))
      #expect(
        brief.requirements.allSatisfy { placed.contains($0.id) || brief.requirements.count > 30 },
        "\(expected.request)")
    }
    if Self.records { try Self.record(recorded) }
  }

  /// A thing that is denied is absent or named as a counterexample; it is never shown by itself.
  @Test func nothingDeniedIsMetByWhatIsThere() async throws {
    for expected in try Self.cases() {
      let request = Request(text: expected.request)
      let checks = try OfflineChecks()
      let profile = AgentProfile(key: "architect", role: "Architect")
      let expert = try HandbookExpert(
        profile: profile, workbench: OfflineWorkbench(checks: checks), edition: "test")
      let brief = try await expert.brief(for: request)
      guard brief.requirements.contains(where: { $0.kind == .absence }) else { continue }
      let draft = try await expert.draft(
        DraftAssignment(request: request, brief: brief, agent: profile, label: "A"))
      let coverage = checks.evidence(for: draft.files, brief: brief).coverage
      for (requirement, found) in zip(brief.requirements, coverage) where requirement.kind == .absence {
        #expect((found.status == .met) == found.evidence.isEmpty, "\(expected.request): \(requirement.text)")
        #expect(!found.reason.isEmpty)
      }
    }
  }
}
