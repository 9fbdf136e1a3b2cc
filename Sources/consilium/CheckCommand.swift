import ArgumentParser
import Basics
import Engine
import Foundation
import Reporting

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract:
      "Decides in milliseconds what `tofu validate` decides in seconds: no provider, network or credentials.",
    discussion: """
      Syntax, declarations, references, provider schema, types, functions. Exit status 0 valid, 1 cannot be read,
      3 invalid, 5 not checkable (no schema of a provider is here).

      EXAMPLES
        consilium check infrastructure
        consilium check main.tf --format sarif > check.sarif
        cat main.tf | consilium check -
        consilium check --list folders.txt
      """)

  enum Form: String, ExpressibleByArgument, CaseIterable {
    case text, json, sarif, junit
  }

  @Argument(help: "Folders or files; '-' reads a file from standard input.")
  var paths: [String] = []

  @Option(name: .long, help: "A file with a folder in each line; prints one line of JSON for each.")
  var list: String?

  @Option(name: .long, help: "text, json, sarif or junit.")
  var format: Form = .text

  func validate() throws {
    if paths.isEmpty == (list == nil) { throw ValidationError("Name what to check, or a list with --list.") }
  }

  func run() async throws {
    let checking = Checking()
    if let list { return try checkList(list, checking) }
    let checked = try paths.map { path in
      guard path == "-" else { return checking.check(path) }
      return checking.check(text: Array(try FileHandle.standardInput.readToEnd() ?? Data()), name: "-")
    }
    let reports = checked.map(\.report)
    switch format {
    case .text: checked.forEach { Console.output(Self.text($0)) }
    case .json:
      let documents = try reports.map { try JSONValue(encoding: $0) }
      Console.output((documents.count == 1 ? documents[0] : .array(documents)).pretty)
    case .sarif: Console.output(CheckReport.sarif(reports, version: ConsiliumVersion.program))
    case .junit: Console.output(CheckReport.junit(reports))
    }
    throw ExitCode(CheckReport.exitStatus(of: reports).rawValue)
  }

  private func checkList(_ list: String, _ checking: Checking) throws {
    var reports: [CheckReport] = []
    for path in try String(contentsOfFile: list, encoding: .utf8).split(separator: "\n") {
      let report = checking.check(String(path)).report
      Console.output(try report.json(compact: true) + "\n")
      reports.append(report)
    }
    throw ExitCode(CheckReport.exitStatus(of: reports).rawValue)
  }

  private static func text(_ checked: Checking.Checked) -> String {
    let paint = Paint.standardOutput
    return checked.report.text(source: { checked.sources[$0] }) { text, isError in
      paint.bold(isError ? paint.red(text) : paint.yellow(text))
    }
  }
}
