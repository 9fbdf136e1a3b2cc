import Basics
import Experts
import Vocabulary

/// The results of the steps so far, typed. A step that ended with nothing to say has a null result.
package struct Transcript: Sendable {
  let results: [String: JSONValue]
  /// Shared by all transcripts of one consultation.
  private let decoded: StepResults

  init(results: [String: JSONValue], decoded: StepResults) {
    self.results = results
    self.decoded = decoded
  }

  /// What a step gave; nil where it is not done, or had nothing to say.
  func value<Output>(_ step: Step<Output>) throws -> Output? { try value(step.key) }

  private func value<Output: Decodable & Sendable>(_ key: String) throws -> Output? {
    guard let result = results[key], !result.isNull else { return nil }
    return try decoded.value(result, of: key, as: Output.self)
  }

  /// The drafts that were made, in label order.
  func drafts() throws -> [Draft] {
    try results.keys.filter { $0.hasPrefix("draft/") }.sorted().compactMap { try value($0) }
  }

  /// Each draft and revision that was checked, with its evidence, in label order.
  func candidates(rounds: Int) throws -> [Candidate] {
    var all: [Candidate] = []
    for draft in try drafts() {
      if let evidence = try value(.evidence(label: draft.label)) {
        all.append(Candidate(draft: draft, evidence: evidence))
      }
    }
    for round in rounds > 0 ? Array(1...rounds) : [] {
      if let revision = try value(.revision(round: round)),
        let evidence = try value(.revisionEvidence(round: round))
      {
        all.append(Candidate(draft: revision.draft, evidence: evidence))
      }
    }
    return all
  }
}
