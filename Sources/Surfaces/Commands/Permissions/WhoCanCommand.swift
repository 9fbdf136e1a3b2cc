import ArgumentParser
import Basics
import Services
import Terminal

struct WhoCanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "who-can",
    abstract: "Lists who may do something to a resource, and who can take more than was given.",
    discussion: """
      Users, roles and whoever the resource's policy names; conditions are shown. With --escalations the ways in which an
      identity can widen its own permissions. Exit status 0, also where nobody can.

      EXAMPLES
        consilium who-can s3:DeleteObject 'aws_s3_bucket.data/*' infrastructure
        consilium who-can delete secrets manifests --namespace shop --format json
        consilium who-can --escalations infrastructure
      """)

  @Argument(help: "ACTION RESOURCE [PATH]; with --escalations [PATH].")
  var words: [String] = []

  @Flag(name: .long, help: "List the ways in which identities can widen their own permissions.")
  var escalations = false

  @OptionGroup var options: PermissionOptions

  @Option(name: .long, help: "text or json.")
  var format: CanCommand.Form = .text

  func validate() throws {
    if escalations ? words.count > 1 : !(2...3).contains(words.count) {
      throw ValidationError(
        escalations
          ? "--escalations takes one PATH." : "Name an action and a resource, and a path if it is not '.'.")
    }
  }

  func run() async throws {
    let path = escalations ? words.first ?? "." : words.count == 3 ? words[2] : "."
    let service = try PermissionService(
      path: path, context: options.pairs, account: options.account, region: options.region,
      namespace: options.namespace)
    for fault in service.faults { Console.error("not read: \(fault)\n") }
    if escalations {
      let listing = service.escalations()
      return Console.output(format == .text ? listing.text : try listing.json().pretty)
    }
    let answers = try service.whoCan(words[0], resource: words[1])
    switch format {
    case .text: Console.output(answers.isEmpty ? "Nobody that is here can.\n" : answers.map(\.text).joined())
    case .json: Console.output(JSONValue.array(try answers.map { try JSONValue(encoding: $0) }).pretty)
    }
  }
}
