import ArgumentParser
import Basics
import Services
import Foundation
import Reporting
import Vocabulary
import Terminal

struct AskCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask",
    abstract: "Turns a request in plain language into a debated, validated and priced bundle.",
    discussion: """
      The bundle is a folder with infrastructure/*.tf, manifests/, report.md, report.html, report.json and bundle.json.

      EXAMPLES
        consilium ask "a highly available PostgreSQL for a small web shop on AWS, under $300 a month"
        consilium ask --mode solo --output shop "an S3 website with a CDN"
        consilium ask --drafts 3 --model openai/gpt-4.1 "an S3 website with a CDN"
        consilium ask --dry-run --model anthropic/claude-sonnet-4-5 "an S3 website with a CDN"
        consilium ask --backend "s3://acme-state/shop?region=eu-west-1" "an S3 website with a CDN"
        consilium ask --answer REQ-2="TLS 1.2 at least" "an ALB with strong encryption"
        consilium ask --on infra "raise the visibility timeout of the queue to 60 seconds"
        echo "a queue worker on Fargate" | consilium ask -
        consilium ask --model anthropic/claude-sonnet-4-5 --record shop.cassette "an S3 website with a CDN"
      """)

  @Argument(help: "The request; '-' reads it from standard input.")
  var request: String

  @Option(name: .shortAndLong, help: "The folder to write; new or empty. By default consultations/RUN.")
  var output: String?

  @Option(
    name: .long,
    help:
      "The folder of a configuration that is to be changed: only what the request names is, and change.diff has it."
  )
  var on: String?

  @Option(name: .long, help: "The crew file. By default agents.yaml here, else the one that ships.")
  var crew: String?

  @Option(name: .long, help: "solo, ensemble or debate. By default what the crew says.")
  var mode: Request.Mode?

  @Option(name: .long, help: "Rounds of objections, 0 to 3. By default what the crew says.")
  var rounds: Int?

  @Option(
    name: .long,
    help:
      "Drafts of the first drafter in an ensemble, 1 to 26, each drawn at another temperature. By default what the crew says."
  )
  var drafts: Int?

  @Option(
    name: .long,
    help:
      "Where the state is kept for several people: s3://BUCKET/KEY?region=R or kubernetes://NAMESPACE/SUFFIX."
  )
  var backend: String?

  @Flag(help: "With --backend: do not have OpenTofu encrypt state and plan.")
  var plainState = false

  @Flag(
    help: "Only say which calls, tokens and dollars the run would take by step; nothing is asked or written.")
  var dryRun = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Other words for a line of the request, numbered as the handbook reads it; nothing after the '=' leaves it out. For a run that has ended see 'answer'.",
      valueName: "REQ-n=text"))
  var answer: [String] = []

  @Option(name: .long, help: "text, or json for the report's JSON.")
  var format: OutputFormat = .text

  @Option(name: .long, help: "A folder of policy rules of your own; may be given again.")
  var rules: [String] = []

  @OptionGroup var models: ModelOption
  @OptionGroup var store: StoreOption

  func validate() throws {
    if let rounds, !(0...3).contains(rounds) { throw ValidationError("--rounds is a number from 0 to 3.") }
    if let drafts {
      guard (1...26).contains(drafts) else { throw ValidationError("--drafts is a number from 1 to 26.") }
      guard mode == nil || mode == .ensemble else {
        throw ValidationError(
          "--drafts is for --mode ensemble: in the other modes each drafter drafts once.")
      }
    }
  }

  func run() async throws {
    let installation = StoreOption.installation
    try KnowledgeService.add(rules: rules)
    if let notice = try KnowledgeService.notice() { Console.say(notice) }
    let progress = RunProgress()
    let options = AskOptions(
      request: try bytes(), crewFile: crew ?? installation.crewFile, base: on,
      mode: mode ?? (drafts == nil ? nil : .ensemble), rounds: rounds, drafts: drafts, output: output,
      backend: backend, keepsStatePlain: plainState,
      models: models.options)
    if dryRun { return try ForecastOutput(try await store.runs.forecast(options), format: format).give() }
    let answers = try Pairs.answers(answer)
    let given = try await progress.follow {
      try await store.runs.ask(options, answers: answers, observers: progress.observers)
    }
    try RunOutput(given, format: format).give()
  }

  private func bytes() throws -> [UInt8] {
    guard request == "-" else { return Array(request.utf8) }
    let limit = Request.maximumLength + 1
    return Array(try FileHandle.standardInput.read(upToCount: limit) ?? Data())
  }
}

extension Request.Mode: ExpressibleByArgument {}
