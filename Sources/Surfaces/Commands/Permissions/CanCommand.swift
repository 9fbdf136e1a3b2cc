import ArgumentParser
import Basics
import Services
import Terminal

struct CanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "can",
    abstract:
      "Says whether somebody may do something to a resource, by which statement, and under which conditions.",
    discussion: """
      WHO is a user, a role, or what acts with one (address or name), an ARN, the domain of a service, or anybody; in a
      cluster User/NAME, Group/NAME or ServiceAccount/NAMESPACE/NAME. RESOURCE is an address, with a path behind it for a
      part of it, an ARN or *; in a cluster RESOURCE[.GROUP][/NAME]. It is decided by what is in PATH: policies that are
      not there, of the organization for instance, can only take away. Exit status 0 yes, 3 no, 5 it depends.

      EXAMPLES
        consilium can aws_iam_role.app s3:GetObject 'aws_s3_bucket.data/*' infrastructure
        consilium can anybody s3:GetObject 'arn:aws:s3:::reports/*' infrastructure
        consilium can aws_lambda_function.worker sqs:SendMessage aws_sqs_queue.jobs plan.json --context aws:SourceVpc=vpc-1
        consilium can ServiceAccount/shop/web get secrets manifests --namespace shop
      """)

  enum Form: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: "Who.")
  var who: String

  @Argument(help: "An action, as s3:GetObject, or a verb of a cluster, as get.")
  var action: String

  @Argument(help: "What it is done to.")
  var resource: String

  @Argument(help: "A folder or file of configuration or manifests, a plan or a state as JSON.")
  var path: String = "."

  @OptionGroup var options: PermissionOptions

  @Option(name: .long, help: "text or json.")
  var format: Form = .text

  func run() async throws {
    let service = try PermissionService(
      path: path, context: options.pairs, account: options.account, region: options.region,
      namespace: options.namespace)
    let answer = try service.can(who, action: action, resource: resource)
    switch format {
    case .text: Console.output(answer.text)
    case .json: Console.output(try JSONValue(encoding: answer).pretty)
    }
    for fault in service.faults { Console.error("not read: \(fault)\n") }
    if answer.exitStatus != .done { throw ExitCode(answer.exitStatus.rawValue) }
  }
}
