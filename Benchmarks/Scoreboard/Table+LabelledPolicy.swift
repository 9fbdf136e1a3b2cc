import Foundation
import Policies

extension Table {
  /// Rules about clouds against the labelled examples of other collections. A check has no name for our rules: those that
  /// together agree best with its labels are taken for it, so that precision is that of what is compared. Of the half that
  /// is only reported on no case is listed.
  func measureLabelledPolicy(_ corpora: URL, listsLeft: Bool) throws {
    let corpus = try PolicyCorpus(corpora.appending(path: "policy"), pack: try PolicyPack.builtIn.get())
    for half in CorpusHalf.allCases {
      let own = corpus.cases.filter { CorpusHalf(of: $0.name) == half }
      for source in ["trivy", "checkov-resource", "checkov-graph"] {
        for cloud in ["aws", "azure", "google"] {
          measure(
            own.filter { $0.source == source && $0.cloud == cloud }, "\(source), \(cloud), \(half.rawValue)")
        }
      }
      let grave = own.filter { GraveChecks.names.contains($0.name) }
      let found = grave.filter { isCovered($0) }
      row("grave checks found, \(half.rawValue)", share(found.count, grave.count), goal: "90 %")
      guard listsLeft, half == .learn else { continue }
      for one in own where one.cloud != nil && !isWhole(one) {
        let (hits, missed, invented) = one.counts(of: one.rules)
        note("\(one.name): \(hits) found, \(missed) missed, \(invented) besides; \(one.rules.sorted())")
      }
    }
    row("checks without an example in Terraform", "\(corpus.without.count)")
  }

  private func measure(_ cases: [LabelledPolicyCase], _ name: String) {
    let covered = cases.filter { isCovered($0) }
    var (hits, missed, invented) = (0, 0, 0)
    for one in covered {
      let counts = one.counts(of: one.rules)
      hits += counts.hits
      missed += counts.missed
      invented += counts.invented
    }
    row(
      name,
      "covers \(share(covered.count, cases.count)); precision \(share(hits, hits + invented)), "
        + "recall \(share(hits, hits + missed))")
  }

  /// At least half of the bad examples are found, and more of them than of the good ones.
  private func isCovered(_ one: LabelledPolicyCase) -> Bool {
    let (hits, missed, invented) = one.counts(of: one.rules)
    return hits >= missed && hits > invented
  }

  private func isWhole(_ one: LabelledPolicyCase) -> Bool {
    let (_, missed, invented) = one.counts(of: one.rules)
    return missed == 0 && invented == 0
  }
}
