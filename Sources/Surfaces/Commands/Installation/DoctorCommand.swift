import ArgumentParser
import Basics
import Services
import Terminal

struct DoctorCommand: AsyncParsableCommand, WorksWithoutTrust {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Says what is installed, what is missing, and what that means.",
    discussion: "EXAMPLES\n  consilium doctor\n  consilium doctor --format json")

  @Option(name: .long, help: "text or json.")
  var format: OutputFormat = .text

  @OptionGroup var store: StoreOption

  func run() async throws {
    let checks = await Diagnosis(installation: StoreOption.installation, storeFile: store.file).checks()
    let paint = Paint.standardOutput
    switch format {
    case .json: Console.output(try JSONValue(encoding: checks).pretty)
    case .text:
      for check in checks {
        let mark =
          check.isGood
          ? paint.green("ok     ") : check.isNeeded ? paint.red("broken ") : paint.yellow("missing")
        Console.output("\(mark) \(check.name): \(check.detail)\n")
      }
    }
    if checks.contains(where: { !$0.isGood && $0.isNeeded }) { throw ExitCode(ExitStatus.error.rawValue) }
  }
}
