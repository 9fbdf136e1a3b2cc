import ArgumentParser
import Basics
import Services
import Foundation
import Reporting
import Terminal

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract:
      "Decides in milliseconds what `tofu validate` decides in seconds: no provider, network or credentials.",
    discussion: """
      Syntax, declarations, references, provider schema, types, functions. Exit status 0 valid, 1 cannot be read,
      3 invalid, 5 not all of it could be checked; what is left is named, as a module that is not here.

      EXAMPLES
        consilium check infrastructure
        consilium check main.tf --format sarif > check.sarif
        cat main.tf | consilium check -
        consilium check infrastructure --fix --dry-run
        consilium check infrastructure --fix
        consilium check infrastructure --upgrade --fix --dry-run
        consilium check --answer - --fix < answer.md > main.tf
        consilium check --list folders.txt
      """)

  enum Form: String, ExpressibleByArgument, CaseIterable {
    case text, json, sarif, junit
  }

  @Argument(help: "Folders or files; '-' reads a file from standard input.")
  var paths: [String] = []

  @Option(name: .long, help: "A file with a folder in each line; prints one line of JSON for each.")
  var list: String?

  @Flag(name: .long, help: "Repair in place what can be repaired for certain, and show the difference.")
  var fix = false

  @Flag(name: .long, help: "With --fix: show the difference and write nothing.")
  var dryRun = false

  @Flag(name: .long, help: "Files and standard input are answers of models; the code in them is checked.")
  var answer = false

  @Flag(
    name: .long,
    help: "Hold against the newest version of each provider that is here: what has changed is a finding.")
  var upgrade = false

  @Option(name: .long, help: "text, json, sarif or junit.")
  var format: Form = .text

  func validate() throws {
    if paths.isEmpty == (list == nil) { throw ValidationError("Name what to check, or a list with --list.") }
    if dryRun, !fix { throw ValidationError("--dry-run shows what --fix would write; name both.") }
    if answer, fix, paths.contains(where: { $0 != "-" }) {
      throw ValidationError(
        "--fix writes code; with --answer it reads standard input only, as: --answer - --fix")
    }
  }

  func run() async throws {
    let checking = try CheckService(
      installation: StoreOption.installation, repairs: fix, answers: answer,
      upgrades: upgrade)
    if let list { return try checkList(list, checking: checking) }
    var checked = try paths.map { path in
      guard path == "-" else { return checking.check(path) }
      return checking.check(text: Array(try FileHandle.standardInput.readToEnd() ?? Data()), name: "-")
    }
    if fix { try checked.forEach(write) }
    if dryRun { checked = checked.map(\.asItIs) }
    let reports = checked.map(\.report)
    switch format {
    case .text:
      for one in checked {
        // The repaired text of standard input has standard output for itself.
        fix && one.report.path == "-" ? Console.error(Self.text(one)) : Console.output(Self.text(one))
      }
    case .json:
      let documents = try reports.map { try JSONValue(encoding: $0) }
      Console.output((documents.count == 1 ? documents[0] : .array(documents)).pretty)
    case .sarif: Console.output(CheckReport.sarif(reports, version: ConsiliumVersion.program))
    case .junit: Console.output(CheckReport.junit(reports))
    }
    throw ExitCode(CheckReport.exitStatus(of: reports).rawValue)
  }

  /// Writes what was repaired; of standard input the repaired text goes to standard output, its report to standard error.
  private func write(_ checked: CheckService.Checked) throws {
    for repair in checked.report.repairs { Console.error("\(dryRun ? "would fix" : "fixed") \(repair)\n") }
    if checked.report.path == "-" {
      return Console.output(checked.repaired["-"] ?? checked.sources["-"] ?? "")
    }
    for (file, text) in checked.repaired.sorted(by: { $0.key < $1.key }) {
      let before = try String(contentsOfFile: file, encoding: .utf8)
      Console.error(LineDiff.unified(before, after: text, file: file))
      if dryRun { continue }
      try Data(text.utf8).write(to: URL(filePath: file), options: .atomic)
    }
  }

  private func checkList(_ list: String, checking: CheckService) throws {
    var reports: [CheckReport] = []
    for path in try String(contentsOfFile: list, encoding: .utf8).split(separator: "\n") {
      let checked = checking.check(String(path))
      if fix { try write(checked) }
      let report = dryRun ? checked.asItIs.report : checked.report
      Console.output(try report.json(compact: true) + "\n")
      reports.append(report)
    }
    throw ExitCode(CheckReport.exitStatus(of: reports).rawValue)
  }

  private static func text(_ checked: CheckService.Checked) -> String {
    let paint = Paint.standardOutput
    return checked.report.text(source: { checked.sources[$0] }) { text, isError in
      paint.bold(isError ? paint.red(text) : paint.yellow(text))
    }
  }
}
