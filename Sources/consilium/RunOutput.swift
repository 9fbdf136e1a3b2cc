import ArgumentParser
import Basics
import Engine
import Reporting

/// A finished run as its verb prints it; ends the command with the report's exit status.
struct RunOutput {
  private let answer: RunAnswer
  private let format: OutputFormat

  init(_ answer: RunAnswer, _ format: OutputFormat) {
    self.answer = answer
    self.format = format
  }

  func give() throws {
    switch format {
    case .json: Console.output(try answer.report.json())
    case .text: Console.output(ReportSummary(report: answer.report, folder: answer.folder).text)
    }
    throw ExitCode(answer.report.exitStatus.rawValue)
  }
}
