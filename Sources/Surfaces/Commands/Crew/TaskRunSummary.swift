import Basics
import Reporting
import Terminal

/// The end of a run of tasks on a terminal: each task's fate, the last result, and what is left to a person.
struct TaskRunSummary {
  let report: TaskRunReport
  let folder: String
  private let paint = Paint.standardOutput

  init(report: TaskRunReport, folder: String) {
    self.report = report
    self.folder = folder
  }

  var text: String {
    var lines = [paint.bold("\(report.crew), \(report.process)"), ""]
    for task in report.tasks {
      lines.append("  \(status(task.status)) \(task.key)\(task.file.map { "  \(paint.dim($0))" } ?? "")")
      if !task.reason.isEmpty { lines.append("    \(task.reason)") }
    }
    if let exceeded = report.usage.exceeded { lines.append("  \(paint.red("budget")) \(exceeded)") }
    if let result = report.result { lines += ["", result] }
    lines += [
      "",
      "\(report.usage.calls) calls, \(report.usage.tokens) tokens, $\(Money.decimal(report.usage.usd, places: 4))",
    ]
    let isWaiting = report.tasks.contains { $0.status == .waiting }
    lines += [isWaiting ? "consilium resume \(report.run)" : "\(folder)/tasks.md", ""]
    return lines.joined(separator: "\n")
  }

  private func status(_ status: TaskReport.Status) -> String {
    switch status {
    case .done: paint.green("done      ")
    case .failed: paint.red("failed    ")
    case .skipped: paint.yellow("skipped   ")
    case .notNeeded: paint.dim("not needed")
    case .waiting: paint.yellow("waiting   ")
    }
  }
}
