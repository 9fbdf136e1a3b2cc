import ClusterCases
import Foundation

extension Table {
  /// Objects of a cluster: those with every field set, those named for what is wrong with them, and rules about clusters
  /// against another collection's cases.
  func measureManifests(_ corpora: URL, listsLeft: Bool) throws {
    let fields = try SchemaCase.all(in: corpora.appending(path: "kubernetes/every-field"))
    func count(_ standing: SchemaCase.Standing) -> Int { fields.count { $0.standing == standing } }
    row(
      "objects with every field",
      "\(count(.valid)) valid, \(count(.removed)) of removed versions, \(count(.unknown)) of kinds that are not here, "
        + "\(count(.invalid)) refused", goal: "0 refused")
    let named = try SchemaCase.all(in: corpora.appending(path: "kubernetes/kubeconform"))
    row("objects judged as named", "\(named.count { $0.isAsNamed }) of \(named.count)", goal: "all")
    let rules = try ClusterRuleCases(corpora.appending(path: "policy/kubescape"))
    row(
      "rules about clusters",
      "\(rules.agreeing) of \(rules.count) cases agree, \(rules.missed.count) missed, \(rules.invented.count) besides"
    )
    guard listsLeft else { return }
    for one in fields where one.standing == .invalid { note("\(one.name): \(one.faults.first ?? "")") }
    for one in named where !one.isAsNamed { note("\(one.name): \(one.faults.first ?? "nothing")") }
    for one in rules.missed { note("missed \(one)") }
    for one in rules.invented { note("besides \(one)") }
  }
}
