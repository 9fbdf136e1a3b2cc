import ClusterCases
import Foundation

extension Table {
  /// Objects of a cluster: those with every field set, and those named for what is wrong with them. Of the half that is only
  /// reported on no file is listed.
  func measureManifests(_ corpora: URL, listsLeft: Bool) throws {
    let fields = try SchemaCase.all(in: corpora.appending(path: "kubernetes/every-field"))
    let named = try SchemaCase.all(in: corpora.appending(path: "kubernetes/kubeconform"))
    for half in CorpusHalf.allCases {
      let own = fields.filter { CorpusHalf(of: $0.name) == half }
      func count(_ standing: SchemaCase.Standing) -> Int { own.count { $0.standing == standing } }
      row(
        "objects with every field, \(half.rawValue)",
        "\(count(.valid)) valid, \(count(.removed)) of removed versions, \(count(.unknown)) of kinds that are not here, "
          + "\(count(.invalid)) refused", goal: "0 refused")
      let judged = named.filter { CorpusHalf(of: $0.name) == half }
      row(
        "objects judged as named, \(half.rawValue)", share(judged.count { $0.isAsNamed }, judged.count),
        goal: "all")
      guard listsLeft, half == .learn else { continue }
      for one in own where one.standing == .invalid { note("\(one.name): \(one.faults.first ?? "")") }
      for one in judged where !one.isAsNamed { note("\(one.name): \(one.faults.first ?? "nothing")") }
    }
  }
}
