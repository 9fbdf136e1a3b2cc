import ArgumentParser
import Basics
import Foundation
import Reporting
import Services
import Terminal

struct ReviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Judges what exists by the rules: security, reliability, operations and cost, with what to do.",
    discussion: """
      A configuration, the objects of a cluster, a plan or a state. What a rule cannot decide is said once a rule, and never
      counts as good. Findings that a person has accepted stand in waivers.yaml, each with rule, address (* for any
      characters), reason, approver and expires. Exit status 0 nothing to do, 1 cannot be read, 3 findings, 5 something could
      not be decided or was not read.

      EXAMPLES
        consilium review infrastructure
        consilium review infrastructure --format sarif > review.sarif
        consilium review infrastructure --fail-on high --against cis-aws
        consilium review infrastructure --compare-to ../main/infrastructure
        consilium review infrastructure --patch | git apply
        tofu show -json plan.out > plan.json && consilium review plan.json
      """)

  enum Form: String, ExpressibleByArgument, CaseIterable {
    case text, json, sarif, junit
  }

  @Argument(help: "A folder of configuration or manifests, a file of either, a plan or a state as JSON.")
  var path: String = "."

  @Option(name: .long, help: "text, json, sarif or junit.")
  var format: Form = .text

  @Option(
    name: .long, help: "The least grave finding that gives exit status 3: critical, high, medium or low.")
  var failOn: String = Severity.low.rawValue

  @Option(name: .long, help: "Only rules that refer to a standard, as cis-aws.")
  var against: String?

  @Option(name: .long, help: "A file of waivers; by default waivers.yaml in the folder.")
  var waivers: String?

  @Option(name: .long, help: "Another input; only findings that are not there.")
  var compareTo: String?

  @Flag(
    name: .long,
    help: "Print the changes that make rules pass as one difference; what has none goes to standard error.")
  var patch = false

  func validate() throws {
    guard Severity(rawValue: failOn) != nil else {
      throw ValidationError(
        "--fail-on is one of \(Severity.allCases.map(\.rawValue).joined(separator: ", ")), not '\(failOn)'.")
    }
  }

  func run() async throws {
    if let notice = try KnowledgeService.notice() { Console.say(notice) }
    let options = ReviewOptions(
      waivers: waivers, standard: against, base: compareTo, makesPatches: patch || format == .json,
      day: CivilDate(daysSince1970: Int(saturating: (Date.now.timeIntervalSince1970 / 86_400).rounded(.down)))
    )
    let report = try ReviewService().review(path, options: options)
    if patch { return show(report) }
    switch format {
    case .text: Console.output(report.text(emphasis: Self.emphasis))
    case .json: Console.output(try JSONValue(encoding: report).pretty)
    case .sarif: Console.output(report.sarif(version: ConsiliumVersion.program))
    case .junit: Console.output(report.junit)
    }
    let status = report.exitStatus(failingFrom: Severity(rawValue: failOn) ?? .low)
    if status != .done { throw ExitCode(status.rawValue) }
  }

  private func show(_ report: ReviewReport) {
    Console.output(report.patch ?? "")
    for finding in report.findings where finding.patch == nil {
      Console.error("by hand: \(finding.rule) on \(finding.address): \(finding.remedy)\n")
    }
  }

  private static func emphasis(_ text: String, severity: Severity) -> String {
    let paint = Paint.standardOutput
    return paint.bold(severity >= .high ? paint.red(text) : paint.yellow(text))
  }
}
