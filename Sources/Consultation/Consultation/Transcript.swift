import Basics
import Vocabulary

/// The results of the steps so far, typed. A step that ended with nothing to say has a null result.
package struct Transcript: Sendable {
  let results: [String: JSONValue]

  func value<Value: Decodable>(_ step: Step, as type: Value.Type) throws -> Value? {
    guard let result = results[step.key], !result.isNull else { return nil }
    return try result.decoded(as: type)
  }

  /// The drafts that were made, in label order.
  func drafts() throws -> [Draft] {
    try results.keys.filter { $0.hasPrefix("draft/") }.sorted().compactMap { key in
      try results[key]?.decoded(as: Draft.self)
    }
  }

  /// A draft and its evidence under its label, for each draft and revision that was checked, in label order.
  func candidates(rounds: Int) throws -> [(draft: Draft, evidence: Evidence)] {
    var all: [(draft: Draft, evidence: Evidence)] = []
    for draft in try drafts() {
      if let evidence = try value(.evidence(label: draft.label), as: Evidence.self) {
        all.append((draft, evidence))
      }
    }
    for round in rounds > 0 ? Array(1...rounds) : [] {
      if let revision = try value(.revision(round: round), as: Revision.self),
        let evidence = try value(.revisionEvidence(round: round), as: Evidence.self)
      {
        all.append((revision.draft, evidence))
      }
    }
    return all
  }
}
