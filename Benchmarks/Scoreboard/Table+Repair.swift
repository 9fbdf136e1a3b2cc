import Validation
import Basics
import Foundation
import HCL
import ProviderSchemas
import Repair

extension Table {
  private struct Repaired {
    var name: String
    var before: String
    var after: String
    var problem: String?
    var steps: Int
  }

  /// The answers of the baseline runs that do not validate, after repair.
  /// - Parameter sample: how many of all are given to the real tool, evenly spread; 0 for none.
  func measureRepair(
    _ runs: [(name: String, answers: [Answer])], _ tool: RealTerraform?, sample: Int, listsLeft: Bool
  ) throws {
    let repair = ConfigurationRepair.builtIn(siblings: [])
    var all: [Repaired] = []
    var durations: [Duration] = []
    for (run, answers) in runs where run.hasPrefix("baseline__") {
      let start = all.count
      for answer in answers where !answer.validates && !answer.lacksPlugin {
        let before = answer.configuration
        let result = timed(&durations) { repair.repair(["main.tf": before]) }
        let left = result.report.diagnostics.first {
          $0.level == .error && $0.code != "configuration.self-reference"
        }
        all.append(
          Repaired(
            name: "\(run) \(answer.id)", before: before, after: result.files["main.tf"] ?? before,
            problem: left.map { "\($0)" }, steps: result.steps.count))
      }
      note("\(run): \(share(all[start...].filter { $0.problem == nil }.count, all.count - start))")
    }
    let mended = all.filter { $0.problem == nil }
    row("repaired, by our own verdict", share(mended.count, all.count), goal: "50 %")
    row("of these, with every resource kept", share(mended.filter(isWhole).count, mended.count))
    let steps = mended.map(\.steps).reduce(0, +)
    row(
      "mends for each, and time",
      String(
        format: "%.1f mends, median %.1f ms", Double(steps) / Double(max(mended.count, 1)),
        quantile(0.5, durations)))
    if listsLeft {
      for one in all { if let problem = one.problem { note("\(one.name): \(problem.prefix(200))") } }
    }
    guard sample > 0 else { return }
    guard let tool, tool.validates else { return note("repair with the real tool: needs --mirror") }
    try measureReal(all, tool, sample)
  }

  private func measureReal(_ all: [Repaired], _ tool: RealTerraform, _ sample: Int) throws {
    let stride = max(all.count / sample, 1)
    let chosen = all.enumerated().filter { $0.offset % stride == 0 }.map(\.element)
    var (valid, whole) = (0, 0)
    for one in chosen {
      if let problem = try tool.problem(one.after) {
        if one.problem == nil { note("\(one.name): \(problem)") }
      } else {
        valid += 1
        if isWhole(one) { whole += 1 }
      }
    }
    row("repaired, by the real tool", share(valid, chosen.count), goal: "50 %")
    row("of these, with every resource kept", share(whole, valid))
  }

  /// Whether every resource is still there: those of types that exist under their type, the others under some type.
  private func isWhole(_ one: Repaired) -> Bool {
    var after = blocks(one.after)
    for block in blocks(one.before) where block.type == "resource" && block.labels.count == 2 {
      let exists = ProviderSchema.shipped("hashicorp/aws")?.resource(block.labels[0]) != nil
      guard
        let index = after.firstIndex(where: { other in
          exists
            ? other == block : other.labels.count == 2 && other.labels.last == block.labels.last
        })
      else { return false }
      after.remove(at: index)
    }
    return true
  }

  private func blocks(_ text: String) -> [BlockAddress] {
    HCLFile(path: "main.tf", text: text).body.blocks.filter { ["resource", "data"].contains($0.type) }
      .map { BlockAddress($0.type, labels: $0.labels) }
  }
}
