import Advice
import ArgumentParser
import Basics
import Services
import Foundation
import Reporting
import Terminal

struct AdviseEstatesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "estates", abstract: "Gives advice on one estate, or on all below a folder (the default).",
    discussion: AdviseCommand.configuration.discussion + """


      The word `estates` may be left out. `consilium advise list` shows what is remembered, `consilium advise dismiss` sets
      advice aside.
      """)

  enum Form: String, ExpressibleByArgument, CaseIterable {
    case table, json, markdown, html, sarif, csv
  }

  @Argument(
    help: "States or plans as JSON, folders or files of code, Kubernetes manifests: together one estate.")
  var sources: [String] = []

  @Option(name: .long, help: "A folder: every state and plan below it is an estate of its own.")
  var all: String?

  @Option(
    name: .long, help: "Only this part of --all, as 0/8: by a hash of the path, the same on every machine.")
  var shard: String?

  @Option(name: .long, help: "The address of a Prometheus (a token in CONSILIUM_PROMETHEUS_TOKEN).")
  var prometheus: String?

  @Option(name: .long, help: "How far back metrics are read: 14d.")
  var window = "14d"

  @Option(name: .long, help: "A bill in FOCUS format (CSV); may be given again.")
  var focus: [String] = []

  @Option(
    name: .long, help: "A folder of saved answers of `aws … describe-…` and `aws cloudwatch get-metric-data`."
  )
  var aws: String?

  @Option(name: .long, help: "Where resources are when nothing says it (or AWS_REGION).")
  var region: String?

  @Option(
    name: .long, help: "What the estate is called from night to night; by default the first source's name.")
  var name: String?

  @Option(name: .long, help: "A file of budgets; above one of them the exit status is 4.")
  var budget: String?

  @Flag(
    name: .long,
    help: "Remember the advice from night to night, in the usual store; --store FILE does so in another one.")
  var remember = false

  @OptionGroup var storeOption: StoreOption

  @Option(name: .long, help: "The zone whose days are nights: Europe/Berlin. By default this machine's.")
  var timeZone: String?

  @Option(name: .long, help: "The night it is, for one that is made up for: 2026-11-23. By default today.")
  var day: String?

  @Option(name: .long, help: "The crew whose security and reliability agents review.")
  var crew: String?

  @OptionGroup var models: ModelOption

  @Option(name: .long, help: "table, json, markdown, html, sarif or csv.")
  var format: Form = .table

  @Option(name: .long, help: "A folder to write every form and each patch to.")
  var output: String?

  @Option(name: .long, help: "A webhook to post the outcome to, as JSON.")
  var notify: String?

  @Option(name: .long, help: "A host that --notify may name; may be given again (or CONSILIUM_NOTIFY_HOSTS).")
  var allowHost: [String] = []

  func validate() throws {
    if all != nil, !sources.isEmpty {
      throw ValidationError("Name the sources of one estate, or a folder of many with --all.")
    }
    if all == nil, sources.isEmpty, focus.isEmpty, aws == nil {
      throw ValidationError(
        "Name the sources of an estate, a folder of many with --all, a bill with --focus or descriptions with --aws."
      )
    }
    var isFolder = false
    if let path = storeOption.store, FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
      isFolder || path.hasSuffix(".json") || path.hasSuffix(".tfstate")
    {
      throw ValidationError(
        "--store names the SQLite file to remember in, and \(path) is none. --remember takes the usual one.")
    }
    if let shard, Shard(shard) == nil || all == nil {
      throw ValidationError("--shard is a part of --all, as 0/8 for the first of eight.")
    }
    if let day, CalendarDay(day) == nil { throw ValidationError("--day is a day, as 2026-11-23.") }
    if days == nil { throw ValidationError("--window is a number of days, as 14d.") }
  }

  private var days: Int? {
    let digits = window.hasSuffix("d") ? window.dropLast() : window[...]
    return Int(digits).flatMap { (1...366).contains($0) ? $0 : nil }
  }

  func run() async throws {
    let installation = StoreOption.installation
    let notice = try notify.map { try AdviceNotice(address: $0, hosts: hosts(installation)) }
    let progress: @Sendable (String) -> Void = { name in
      if Console.errorIsTerminal { Console.error("advise \(name)\n") }
    }
    let advising = try AdviceService(installation: installation, progress: progress)
    let report = try await advising.report(request(installation))
    try print(report)
    if let output { try AdviceFolder(path: output).write(report) }
    var status = report.exitStatus
    do {
      try await notice?.send(report)
    } catch {
      // The report is kept; that nobody was told of it is an error all the same.
      Console.error("error: \(error)\n")
      status = .error
    }
    if status != .done { throw ExitCode(status.rawValue) }
  }

  private func request(_ installation: Installation) -> AdviceRequest {
    var request = AdviceRequest(crewFile: crew ?? installation.crewFile, models: models.options)
    request.sources = sources
    request.all = all
    request.shard = shard.flatMap { Shard($0) }
    request.prometheus = prometheus
    request.window = days ?? 14
    request.bills = focus
    request.cloud = aws
    request.region = region
    request.name = name
    request.timeZone = timeZone
    request.day = day.flatMap { CalendarDay($0) }
    request.budgets = budget
    if remember || storeOption.store != nil { request.store = storeOption.file }
    return request
  }

  private func hosts(_ installation: Installation) -> [String] {
    let listed = installation.environment["CONSILIUM_NOTIFY_HOSTS"] ?? ""
    return allowHost + listed.split { $0 == "," || $0 == " " }.map(String.init)
  }

  private func print(_ report: AdviceReport) throws {
    switch format {
    case .table: Console.output(report.text)
    case .json: Console.output(try report.json())
    case .markdown: Console.output(try report.markdown())
    case .html: Console.output(try report.html())
    case .sarif: Console.output(report.sarif(version: ConsiliumVersion.program))
    case .csv: Console.output(report.csv())
    }
  }
}
