import Basics
import Foundation
import HCL
import Validation

extension Table {
  /// The verdict on every recorded answer against the real one, and what it costs.
  func measureVerdict(
    _ corpora: Corpora, _ runs: [(name: String, answers: [Answer])], _ tool: RealTerraform?
  ) throws {
    let validator = ConfigurationValidator.builtIn(siblings: [])
    var (caught, invalid, alarms, valid, asides) = (0, 0, 0, 0, 0)
    var durations: [Duration] = []
    var names: [(name: String, problem: String, text: String)] = []
    for (run, answers) in runs {
      for answer in answers {
        if answer.lacksPlugin {
          asides += 1
          continue
        }
        let text = answer.configuration
        let report = timed(&durations) { validator.validate(files: ["main.tf": text]) }
        // Referring to itself is refused by `plan`, not by `validate`.
        let problem = report.diagnostics.first {
          $0.level == .error && $0.code != "configuration.self-reference"
        }
        if answer.validates {
          valid += 1
          if let problem {
            alarms += 1
            names.append(("\(run) \(answer.id)", "\(problem)", text))
          }
        } else {
          invalid += 1
          if problem != nil { caught += 1 }
        }
      }
    }
    row("invalid answers found", share(caught, invalid), goal: "95 %")
    row("false alarms", share(alarms, valid), goal: "at most 1 %")
    for (name, problem, text) in names {
      let isNewer = try tool.map { try $0.validates && $0.problem(text) != nil } ?? false
      note("\(name): \(problem.prefix(160))\(isNewer ? " [this provider version refuses it too]" : "")")
    }
    note("set aside: \(asides) answers that the recording had no provider for")
    row(
      "time for a verdict",
      String(
        format: "median %.2f ms, 99th percentile %.2f ms", quantile(0.5, durations), quantile(0.99, durations)
      ),
      goal: "3 ms, 50 ms")
    guard let tool, tool.validates else { return note("validate speed: needs --mirror") }
    var real: [Duration] = []
    for text in try corpora.references().prefix(4) { _ = try timed(&real) { try tool.problem(text) } }
    row(
      "speed against terraform validate",
      String(format: "%.0f times", quantile(0.5, real) / max(quantile(0.5, durations), 0.001)))
  }
}
