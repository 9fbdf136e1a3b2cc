import Records
import Basics
import Store

extension Remembering {
  /// What a piece of advice came to that was followed: agents that look for the same rule or resource find what it saved.
  /// Nil for advice whose saving nobody has seen yet.
  package static func record(of advice: AdviceRecord) -> MemoryRecord? {
    guard advice.status == .realised else { return nil }
    let foretold = advice.predicted.map { Money.text($0) } ?? "not known"
    let saved = advice.realised.map { Money.text($0) } ?? "not known"
    let run = "advice/\(advice.fingerprint)"
    return MemoryRecord(
      id: run, run: run, created: "\(advice.changed)T00:00:00Z", kind: "advice", title: advice.title,
      text: """
        Advice of rule \(advice.rule) on \(advice.address) in \(advice.estate), open since \(advice.first), was followed.
        Saving a month: foretold \(foretold), seen \(saved)
        """,
      evidence: [
        "rule": .string(advice.rule), "address": .string(advice.address), "estate": .string(advice.estate),
        "predicted": advice.predicted.map(JSONValue.number) ?? .null,
        "realised": advice.realised.map(JSONValue.number) ?? .null,
      ], importance: 0.6, trust: isPlain(advice) ? .checked : .quarantined, outcome: .realised)
  }

  /// Whether no name in it can be a sentence: addresses and names of estates are chosen by whoever writes the files.
  private static func isPlain(_ advice: AdviceRecord) -> Bool {
    [advice.address, advice.estate, advice.title].allSatisfy { text in
      text.utf8.count <= 200 && text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
        && text.split(separator: " ").count <= 12
    } && advice.address.allSatisfy { !$0.isWhitespace } && advice.estate.allSatisfy { !$0.isWhitespace }
  }
}
