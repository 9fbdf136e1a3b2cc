import Basics
import Synchronization
import Testing
import Vocabulary

@testable import Consultation

/// What a step gave is read under the step's own type, and decoded once.
struct TranscriptTests {
  /// Counts how often it is decoded.
  private struct Counted: Decodable, Sendable {
    static let count = Mutex(0)

    init(from decoder: any Decoder) throws { Self.count.withLock { $0 += 1 } }
  }

  @Test func aResultIsDecodedOnce() throws {
    let results = StepResults()
    for _ in 0..<3 { _ = try results.value(.object([]), of: "gate", as: Counted.self) }
    #expect(Counted.count.withLock { $0 } == 1)
  }

  @Test func aStepIsReadAsWhatItGives() throws {
    let gate = Gate(leading: "A", ranking: ["A", "B"], shown: ["A"], debate: false, reason: "r")
    let transcript = Transcript(
      results: [
        StepNode.gate.key: try JSONValue(encoding: gate), StepNode.settlement(round: 1).key: .null,
        StepNode.outcome(round: 1).key: "no outcome",
      ], decoded: StepResults())
    #expect(try transcript.value(.gate) == gate)
    #expect(try transcript.value(.settlement(round: 1)) == nil)
    #expect(try transcript.value(.revision(round: 1)) == nil)
    #expect(throws: (any Error).self) { try transcript.value(.outcome(round: 1)) }
  }
}
