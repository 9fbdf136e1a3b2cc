import ClusterCases
import Foundation

extension Table {
  /// Rules about clusters against another collection's cases, for the rules that both have. Of the half that is only reported
  /// on no case is listed.
  func measurePolicy(_ corpora: URL, listsLeft: Bool) throws {
    let all = try ClusterRuleCases(corpora.appending(path: "policy/kubescape"))
    for half in CorpusHalf.allCases {
      let cases = all.limited { CorpusHalf(of: $0) == half }
      let hits = cases.outcomes.count { $0.isExpected && $0.isFound }
      row(
        "rules about clusters, \(half.rawValue)",
        "\(share(cases.agreeing, cases.count)) agree; precision \(share(hits, hits + cases.invented.count)), "
          + "recall \(share(hits, hits + cases.missed.count))")
      guard listsLeft, half == .learn else { continue }
      for one in cases.missed { note("missed \(one)") }
      for one in cases.invented { note("besides \(one)") }
    }
    let theirs = try FileManager.default.contentsOfDirectory(
      atPath: corpora.appending(path: "policy/kubescape").path)
    row(
      "rules of the collection that ours cover",
      share(theirs.count { ClusterRuleCases.same[$0] != nil }, theirs.count))
  }
}
