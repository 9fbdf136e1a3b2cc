import Basics
import Records
import Foundation
import Store

/// Finds what earlier runs came to, by words (FTS5's BM25), age, importance and proof.
package struct Recall: Sendable {
  private let store: Store

  package init(store: Store) {
    self.store = store
  }

  /// The share each part has in a score; they add up to 1.
  private enum Share {
    static let words = 0.5
    static let recency = 0.2
    static let importance = 0.15
    static let proof = 0.15
  }

  /// After this many days a memory counts half as recent.
  private static let halfLife = 90.0
  /// Below this a memory has little in common with what was asked.
  private static let least = 0.35

  /// The best memories, best first.
  /// - Parameters:
  ///   - forAgents: leaves out what is quarantined, and what was proved wrong.
  ///   - excluding: a run that shall not remember itself.
  package func recall(
    _ text: String, limit: Int, forAgents: Bool, excluding run: String? = nil, now: Date = Date()
  ) async throws(StoreError) -> [Recollection] {
    let words = Self.words(text)
    let found = try await store.memories(matching: words)
    let candidates = found.filter { candidate in
      candidate.record.run != run
        && (!forAgents || candidate.record.trust != .quarantined && !candidate.record.outcome.isDisproved)
    }
    let best = candidates.map(\.fit).max() ?? 1
    let scored = candidates.map { candidate in
      recollection(
        candidate.record, fit: candidate.fit / max(best, .leastNonzeroMagnitude), words: words, now: now)
    }
    return Array(
      scored.filter { $0.score >= Self.least }.sorted {
        ($0.score, $0.memory.created, $0.memory.id) > ($1.score, $1.memory.created, $1.memory.id)
      }.prefix(max(0, limit)))
  }

  private func recollection(_ memory: MemoryRecord, fit: Double, words: [String], now: Date)
    -> Recollection
  {
    let held = Set(Self.words("\(memory.title) \(memory.text)"))
    let common = words.filter(held.contains)
    let overlap = Double(common.count) / Double(max(1, words.count))
    let days = max(0, (Self.date(memory.created) ?? now).distance(to: now) / 86_400)
    let recency = pow(0.5, days / Self.halfLife)
    let proof =
      switch memory.outcome {
      case .applied, .realised: 1.0
      case .planned: 0.8
      case .open: 0.5
      case .failed, .planFailed: 0.0
      }
    // BM25 ranks among what was found; the overlap says whether the best of it is any good.
    let score =
      Share.words * (fit + overlap) / 2 + Share.recency * recency + Share.importance * memory.importance
      + Share.proof * proof
    return Recollection(
      memory: memory, score: (score * 1000).rounded() / 1000,
      reasons: [
        "shares \(common.count) of \(words.count) words: \(common.prefix(8).joined(separator: ", "))",
        days < 1 ? "from today" : "\(Int(saturating: days)) days old", "importance \(memory.importance)",
        memory.outcome.rawValue,
      ])
  }

  private static func date(_ text: String) -> Date? {
    do {
      return try Date(text, strategy: .iso8601)
    } catch {
      // A time that cannot be read says nothing of the age.
      return nil
    }
  }

  /// Words that tell something, each once, in order.
  static func words(_ text: String) -> [String] {
    var seen: Set<String> = []
    return text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init).filter {
      $0.count > 2 && !common.contains($0) && seen.insert($0).inserted
    }.prefix(64).map { $0 }
  }

  private static let common: Set<String> = [
    "the", "and", "for", "with", "that", "this", "from", "into", "are", "was", "has", "have", "its", "our",
    "your",
    "all", "any", "one", "per", "under", "over", "than", "then", "not", "but", "can", "will", "need", "want",
  ]
}
