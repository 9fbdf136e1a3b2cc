import Advice
import ArgumentParser
import Basics
import Services
import Foundation
import Reporting
import Terminal

struct CostCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cost",
    abstract:
      "Says what a configuration, plan, state or set of manifests costs in a month, component by component.",
    discussion: """
      What depends on use shows its unit price until a usage file says how much; what has no price is named and never
      counted as nothing. Exit status 0 done, 1 cannot be read or the usage file is wrong, 5 too little has a price.

      EXAMPLES
        consilium cost infrastructure
        consilium cost infrastructure --usage usage.yml --format json
        tofu show -json plan.out > plan.json && consilium cost plan.json
        consilium cost infrastructure --compare-to ../main/infrastructure --format markdown > comment.md
      """)

  enum Form: String, ExpressibleByArgument, CaseIterable {
    case table, json, markdown, html
  }

  @Argument(help: "A folder of configuration or manifests, a file of either, a plan or a state as JSON.")
  var path: String

  @Option(name: .long, help: "A usage file: how much is used of what is billed by use.")
  var usage: String?

  @Option(name: .long, help: "Where resources are when the configuration does not say (or AWS_REGION).")
  var region: String?

  @Option(name: .long, help: "Another input; the report says what costs more or less than there.")
  var compareTo: String?

  @Option(
    name: .long,
    help:
      "A bill in FOCUS format (CSV), may be given again: what was billed beside what is estimated, and why they differ."
  )
  var bill: [String] = []

  @Option(name: .long, help: "table, json, markdown or html.")
  var format: Form = .table

  @Option(name: .long, help: "A table of prices that go before all others; may be given again.")
  var prices: [String] = []

  @Option(
    name: .long, help: "The share of resources that has to have a price, 0 to 1; less is exit status 5.")
  var minimumCoverage: Double = 0

  @Option(
    name: .long,
    help:
      "The day for which prices are asked: 2026-11-27. By default today; what is past its support costs more."
  )
  var day: String?

  func validate() throws {
    if let day, CalendarDay(day) == nil { throw ValidationError("--day is a day, as 2026-11-27.") }
    guard (0...1).contains(minimumCoverage) else {
      throw ValidationError("--minimum-coverage is a share from 0 to 1.")
    }
  }

  func run() async throws {
    if let notice = try KnowledgeService.notice() { Console.say(notice) }
    let costing = try CostService(
      region: region, installation: StoreOption.installation, prices: prices,
      day: day.flatMap { CalendarDay($0) })
    let report = try costing.report(path, usage: usage, before: compareTo, bills: bill)
    switch format {
    case .table: Console.output(report.text)
    case .json: Console.output(report.json.pretty)
    case .markdown: Console.output(try report.markdown())
    case .html: Console.output(try report.html())
    }
    for fault in report.faults { Console.error("\(fault)\n") }
    let status = report.exitStatus(least: minimumCoverage)
    if status != .done { throw ExitCode(status.rawValue) }
  }
}
