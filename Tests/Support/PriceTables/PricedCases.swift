import Basics
import Foundation
import ResourceGraph
import Pricing

/// The cases of a folder: configurations with the usage file and the table that an estimator prints for them.
package enum PricedCases {
  /// The score of every case, with what the usage file got wrong by our reckoning.
  package static func score(_ folder: URL) throws -> [(name: String, score: TableScore)] {
    let estimator = try Estimator()
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map { name in
      (name, try score(folder.appending(path: name), name, estimator))
    }
  }

  private static func score(_ folder: URL, _ name: String, _ estimator: Estimator) throws -> TableScore {
    var files: [String: String] = [:]
    var usage: UsageFile?
    var table = PricedTable("")
    for path in FileManager.default.subpaths(atPath: folder.path) ?? [] {
      let file = folder.appending(path: path)
      if path.hasSuffix(".tf") { files[path] = try String(contentsOf: file, encoding: .utf8) }
      if path.hasSuffix(".usage.yml") {
        usage = try UsageFile(path: path, text: String(contentsOf: file, encoding: .utf8))
      }
      if path.hasSuffix(".golden") { table = PricedTable(try String(contentsOf: file, encoding: .utf8)) }
    }
    let graph = ResourceGraph(files: files)
    let estimate = estimator.estimate(graph, region: "us-east-1", usage: usage?.table ?? UsageTable())
    var score = TableScore(estimate, against: table, named: name)
    score.notes += (usage?.faults(in: graph) ?? []).map { "usage: \($0)" }
    return score
  }
}
