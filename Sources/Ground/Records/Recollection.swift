/// A memory that was recalled, and why.
package struct Recollection: Sendable, Hashable, Codable {
  package var memory: MemoryRecord
  /// 0 to 1.
  package var score: Double
  /// Each part of the score in words: which words fit, how old it is, what became of it.
  package var reasons: [String]

  package init(memory: MemoryRecord, score: Double, reasons: [String]) {
    self.memory = memory
    self.score = score
    self.reasons = reasons
  }
}
