import Foundation
import HCL

extension Table {
  /// Printing and the verdict of the parser against `terraform fmt`, on every recorded answer.
  func measureFormat(_ runs: [(name: String, answers: [Answer])], _ tool: RealTerraform?) throws {
    guard let tool else { return note("formatting: terraform is not on the PATH") }
    var (same, parsed, agreed, all) = (0, 0, 0, 0)
    var ours: [Duration] = []
    var theirs: [Duration] = []
    var differences: [String] = []
    for (run, answers) in runs {
      let texts = answers.map(\.configuration)
      let expected = try timed(&theirs) { try tool.format(texts) }
      for (index, text) in texts.enumerated() {
        let formatted = timed(&ours) { HCLFormatter.format(text) }
        all += 1
        if (formatted == nil) == expected[index].isRefused {
          agreed += 1
        } else {
          differences.append("\(run) \(answers[index].id): the parser says otherwise")
        }
        guard let formatted, !expected[index].isRefused else { continue }
        parsed += 1
        if formatted == expected[index].text {
          same += 1
        } else {
          differences.append("\(run) \(answers[index].id): printed otherwise")
        }
      }
    }
    row("printed as terraform fmt does", share(same, parsed), goal: "all")
    row("parse verdict of terraform fmt", share(agreed, all), goal: "all")
    for difference in differences { note(difference) }
    let ratio = theirs.reduce(.zero, +) / max(ours.reduce(.zero, +), .microseconds(1))
    row("speed against terraform fmt", String(format: "%.1f times, on all texts in a few runs", ratio))
  }
}
