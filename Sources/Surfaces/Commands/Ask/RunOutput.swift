import ArgumentParser
import Basics
import Services
import Reporting
import Terminal

/// A finished run as its verb prints it; ends the command with the run's exit status.
struct RunOutput {
  private let json: () throws -> String
  private let text: () -> String
  private let status: ExitStatus
  private let format: OutputFormat

  init(_ answer: RunAnswer, format: OutputFormat) {
    json = answer.report.json
    text = { ReportSummary(report: answer.report, folder: answer.folder).text }
    status = answer.report.exitStatus
    self.format = format
  }

  init(_ answer: TaskRunAnswer, format: OutputFormat) {
    json = answer.report.json
    text = { TaskRunSummary(report: answer.report, folder: answer.folder).text }
    status = answer.report.exitStatus
    self.format = format
  }

  func give() throws {
    switch format {
    case .json: Console.output(try json())
    case .text: Console.output(text())
    }
    throw ExitCode(status.rawValue)
  }
}
