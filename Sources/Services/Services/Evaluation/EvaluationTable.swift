import Basics
import Evaluation

/// An evaluation as a table on the terminal.
struct EvaluationTable {
  let report: EvaluationReport

  var text: String {
    var lines = [
      "\(report.suite): \(report.rows.first?.total ?? 0) requests, \(report.models.count) models", "",
    ]
    lines.append(
      "mode        right      share   95 % confidence   changed  passing  of right   calls     tokens   seconds"
    )
    lines += report.rows.map(line)
    lines += [
      "",
      "right    by the recorded verdict on an answer chosen as it was; random and gate are means over chances",
      "changed  repaired or revised before it was chosen, so no recorded verdict is about it; passing: our checks pass;",
      "         of right: revised from an answer that was right as it stood",
      "best possible choice among the answers as they are: \(report.best)",
      "",
      checker,
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private func line(_ row: EvaluationRow) -> String {
    let share = row.total > 0 ? row.right / Double(row.total) : 0
    let cells = [
      (percent(share), 11), ("\(percent(row.low)) to \(percent(row.high))", 18), ("\(row.changed)", 10),
      ("\(row.changedAndPassing)", 9), ("\(row.changedFromRight)", 10), ("\(row.calls)", 8),
      ("\(row.tokens)", 11),
      (Money.decimal(row.seconds, places: 2), 10),
    ]
    let name = row.mode.rawValue.padded(to: 10)
    return name + Money.decimal(row.right, places: 2).aligned(to: 7)
      + cells.map { $0.0.aligned(to: $0.1) }.joined()
  }

  private var checker: String {
    let score = report.checker
    let words = [
      "precision \(percent(score.precision))", "recall \(percent(score.recall))",
      "balanced accuracy \(percent(score.balancedAccuracy)) (always-no: 50 %)",
      "satisfying are \(percent(score.base))",
    ]
    return "checklist on answers that plan: " + words.joined(separator: ", ")
  }

  private func percent(_ share: Double) -> String { Money.decimal(share * 100, places: 1) + " %" }
}

extension String {
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
  func aligned(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
