import Records
import Basics
import Experts
import ModelExperts
import Memory
import ProviderSchemas
import Reporting
import Store
import Vocabulary

/// What runs remember of each other: decisions on similar requests, and how sure earlier verdicts were for good reason.
struct RunMemory: MemorySearch {
  private let store: Store

  init(store: Store) {
    self.store = store
  }

  /// The agent whose claims are the verdict's own confidence.
  private static let verdict = "verdict"
  /// More earlier runs than this do not help anybody decide.
  private static let most = 3
  /// Types named in the brief; the report and the memory itself have them all.
  private static let shown = 6

  func search(_ words: String, limit: Int) async throws -> [String] {
    try await Recall(store: store).recall(words, limit: limit, forAgents: true).map {
      "\($0.memory.id), \($0.memory.created.prefix(10)), \($0.memory.outcome.rawValue):\n\($0.memory.text)"
    }
  }

  /// Decisions on requests that claim in good part the same as this one; like words alone recall nothing.
  func recall(_ request: String, claiming brief: Brief) async throws -> [RememberedReport] {
    let claimed = Self.claimed(brief)
    guard !claimed.isEmpty else { return [] }
    let found = try await Recall(store: store).recall(request, limit: 20, forAgents: true)
    // The same request again is answered by what is cached; its own past would only change the question.
    return found.filter { $0.memory.kind == "decision" && $0.memory.evidence["request"]?.string != request }
      .compactMap { recollection in
        let memory = recollection.memory
        let known = memory.evidence["claims"]?.array ?? memory.evidence["types"]?.array ?? []
        let shared = claimed.intersection(known.compactMap(\.string)).filter(Self.isKnownType).sorted()
        guard shared.count * Self.share >= claimed.count, !shared.isEmpty else { return nil }
        return RememberedReport(
          id: memory.id, run: memory.run, created: memory.created, title: Self.title(memory),
          score: recollection.score, reasons: recollection.reasons, outcome: memory.outcome.rawValue,
          monthly: memory.evidence["monthly"]?.double ?? 0,
          types: (memory.evidence["types"]?.array?.compactMap(\.string) ?? []).filter(Self.isKnownType),
          shares: shared)
      }.prefix(Self.most).map { $0 }
  }

  /// In the person's own words: the title of an earlier version's row may be a model's.
  private static func title(_ memory: MemoryRecord) -> String {
    memory.evidence["request"]?.string.map(Remembering.beginning) ?? "an earlier run"
  }

  /// Whether a provider has such a resource type, or it is the kind of an object.
  @Sendable private static func isKnownType(_ type: String) -> Bool {
    if ProviderSchema.shippedResource(type) != nil { return true }
    return type.utf8.count <= 40 && type.first?.isUppercase == true
      && type.allSatisfy { $0.isASCII && $0.isLetter }
  }

  /// One of so many of the claims has to be the same.
  private static let share = 2

  /// The types that show what the brief asks for; what shall not be there is no claim to share.
  private static func claimed(_ brief: Brief) -> Set<String> {
    Set(brief.requirements.compactMap(\.check).flatMap(\.all).filter { $0.maximum != 0 }.flatMap(\.types))
  }

  /// How a recalled decision stands in the brief, where every expert reads it.
  static func assumption(_ memory: RememberedReport) -> String {
    let shown = memory.types.prefix(Self.shown).joined(separator: ", ")
    let rest = memory.types.count - Self.shown
    let types = rest > 0 ? "\(shown) and \(rest) more" : shown
    let reason =
      memory.shares.map { ", because both ask for \($0.prefix(Self.shown).joined(separator: ", "))" } ?? ""
    return
      "Remembered from \(memory.run) (\(memory.created.prefix(10)), \(memory.outcome)), \"\(memory.title)\"\(reason): "
      + "\(types) for \(Money.text(memory.monthly)) a month."
  }

  /// What earlier verdicts came to.
  func calibration() async throws -> Calibration {
    Calibration(
      try await store.settledClaims(agent: Self.verdict).map { ($0.claim.confidence, $0.isRight) })
  }

  /// Remembers a finished run, and what everybody claimed in it.
  func keep(_ report: Report) async throws {
    try await store.remember(Remembering(report: report, isKnownType: Self.isKnownType).records())
    let models = Dictionary(
      report.experts.map { ($0.agent, $0.model) }, uniquingKeysWith: { first, _ in first })
    var claims = report.drafts.compactMap { draft in
      draft.confidence.map { confidence in
        ClaimRecord(
          run: report.run, agent: draft.author, model: models[draft.author] ?? "", draft: draft.label,
          confidence: confidence, created: report.created, isChosen: draft.label == report.verdict.draft)
      }
    }
    claims.append(
      ClaimRecord(
        run: report.run, agent: Self.verdict, model: report.mode.rawValue, draft: report.verdict.draft,
        confidence: report.verdict.claimed ?? report.verdict.confidence, created: report.created,
        isChosen: true))
    try await store.claim(claims)
  }
}
