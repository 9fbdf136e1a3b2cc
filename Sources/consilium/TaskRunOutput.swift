import ArgumentParser
import Basics
import Engine
import Reporting

/// A finished run of tasks as its verb prints it; ends the command with the run's exit status.
struct TaskRunOutput {
  private let answer: TaskRunAnswer
  private let format: OutputFormat

  init(_ answer: TaskRunAnswer, _ format: OutputFormat) {
    self.answer = answer
    self.format = format
  }

  func give() throws {
    switch format {
    case .json: Console.output(try answer.report.json())
    case .text: Console.output(TaskRunSummary(report: answer.report, folder: answer.folder).text)
    }
    throw ExitCode(answer.report.exitStatus.rawValue)
  }
}
