import ConnectivityCases
import Foundation

extension Table {
  /// Who reaches whom in manifests, against what an independent analyser computed: the cases that were learned from, and
  /// the others.
  func measureConnectivity(_ corpora: URL, listsLeft: Bool) throws {
    let cases = try ConnectivityCase.all(in: corpora.appending(path: "kubernetes/connectivity"))
    for (name, isLearned) in [("learned from", true), ("others", false)] {
      let part = cases.filter { $0.isLearned == isLearned }
      let expected = part.reduce(0) { $0 + $1.expected.count }
      let missing = part.reduce(0) { $0 + $1.missing.count }
      let invented = part.reduce(0) { $0 + $1.invented.count }
      row(
        "connectivity, \(name)",
        "\(part.count { $0.agrees }) of \(part.count) cases; of \(expected) connections \(missing) missing, "
          + "\(invented) invented", goal: "all")
      guard listsLeft else { continue }
      for one in part where !one.agrees {
        note("\(one.name): \(one.missing.count) missing, \(one.invented.count) invented")
      }
    }
  }
}
