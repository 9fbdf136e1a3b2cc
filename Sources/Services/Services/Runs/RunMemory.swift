import Records
import Basics
import Experts
import ModelExperts
import Memory
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

  /// Decisions on requests like this one.
  func recall(_ request: String) async throws -> [RememberedReport] {
    let found = try await Recall(store: store).recall(request, limit: 20, forAgents: true)
    // The same request again is answered by what is cached; its own past would only change the question.
    return found.filter { $0.memory.kind == "decision" && $0.memory.evidence["request"]?.string != request }
      .prefix(Self.most).map { recollection in
        let memory = recollection.memory
        return RememberedReport(
          id: memory.id, run: memory.run, created: memory.created, title: memory.title,
          score: recollection.score, reasons: recollection.reasons, outcome: memory.outcome.rawValue,
          monthly: memory.evidence["monthly"]?.double ?? 0,
          types: memory.evidence["types"]?.array?.compactMap(\.string) ?? [])
      }
  }

  /// How a recalled decision stands in the brief, where every expert reads it.
  static func assumption(_ memory: RememberedReport) -> String {
    let shown = memory.types.prefix(Self.shown).joined(separator: ", ")
    let rest = memory.types.count - Self.shown
    let types = rest > 0 ? "\(shown) and \(rest) more" : shown
    return
      "Remembered from \(memory.run) (\(memory.created.prefix(10)), \(memory.outcome)), \"\(memory.title)\": "
      + "\(types) for \(Money.text(memory.monthly)) a month."
  }

  /// What earlier verdicts came to.
  func calibration() async throws -> Calibration {
    Calibration(
      try await store.settledClaims(agent: Self.verdict).map { ($0.claim.confidence, $0.isRight) })
  }

  /// Remembers a finished run, and what everybody claimed in it.
  func keep(_ report: Report) async throws {
    try await store.remember(Remembering(report: report).records())
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
