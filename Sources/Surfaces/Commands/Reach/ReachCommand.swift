import ArgumentParser
import Basics
import Services
import Terminal

struct ReachCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reach",
    abstract:
      "Says who reaches whom by the routes, groups, policies and entrances of configuration, plans or Kubernetes manifests.",
    discussion: """
      Each connection with the rule that allows or stops it on every step. Both --from and --to: also what stops it where
      nothing gets through. Exit status 0 done, 1 cannot be read, 5 an object could not be read, so nothing is certain.

      EXAMPLES
        consilium reach infra --to aws_db_instance.main
        consilium reach infra --compare-to ../main/infra
        consilium reach manifests
        consilium reach manifests --from frontend --to shop/db --port 5432
        consilium reach manifests --to shop/db --exposure
        consilium reach manifests --compare-to ../main/manifests --format json
      """)

  enum Form: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Argument(help: "A folder of configuration or manifests, a bundle, a plan as JSON, or a file.")
  var path: String

  @Option(
    name: .long,
    help: "Who reaches: aws_instance.web, Deployment/shop/web, web, ingress-controller, an address or block.")
  var from: String?

  @Option(name: .long, help: "Who is reached, named in the same way.")
  var to: String?

  @Option(name: .long, help: "A port, 1 to 65535; only what gets to it is shown.")
  var port: Int?

  @Flag(
    name: .long,
    help: "Also what may run in the cluster and is not among the files: whom rules name, and anybody else.")
  var exposure = false

  @Option(name: .long, help: "What there was before; shows what the change opens and closes.")
  var compareTo: String?

  @Option(name: .long, help: "text or json.")
  var format: Form = .text

  func validate() throws {
    if let port, !(1...65535).contains(port) { throw ValidationError("--port is a number from 1 to 65535.") }
  }

  func run() async throws {
    let question = ReachService.Question(from: from, to: to, port: port, includesUnknown: exposure)
    let answer =
      if let compareTo { try ReachService().compare(path, to: compareTo, question: question) } else {
        try ReachService().report(path, question: question)
      }
    Console.output(format == .json ? answer.json.pretty : answer.text)
    for fault in answer.faults { Console.error("\(fault)\n") }
    if answer.exitStatus != .done { throw ExitCode(answer.exitStatus.rawValue) }
  }
}
