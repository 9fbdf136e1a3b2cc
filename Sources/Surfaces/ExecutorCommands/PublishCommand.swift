import ArgumentParser
import Basics
import Delivery
import ExternalTools
import Foundation
import Terminal

struct PublishCommand: AsyncParsableCommand, WorksWithoutTrust {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Commits a bundle to a branch of a Git repository, for Argo CD or Flux to pick up.",
    discussion: """
      The commit's message has the report's summary and every digest. A repository on this machine is given a branch,
      and its working tree is left alone; another one is fetched into a private folder. Nothing is pushed without --push.

      EXAMPLES
        consilium publish RUN --git ../deployments --path shop
        consilium publish RUN --git git@example.org:org/deployments.git --branch shop --push
      """)

  @Argument(help: "The run, the beginning of its id, or the bundle's folder.")
  var bundle: String

  @Option(name: .long, help: "A repository: its folder, or an address that git understands.")
  var git: String

  @Option(name: .long, help: "The branch, made where there is none. By default consilium/RUN.")
  var branch: String?

  @Option(
    name: .long, help: "The folder in the repository, replaced as a whole. By default the bundle's name.")
  var path: String?

  @Flag(help: "Push the branch to where the repository came from.")
  var push = false

  @OptionGroup var options: ExecutorOptions

  func run() async throws {
    let environment = ProcessInfo.processInfo.environment
    guard let program = ToolFinder.find("git", environment: environment) else {
      throw ToolError(.missing, summary: "git is not installed", detail: "git is not in PATH; install it.")
    }
    let published = try await options.executor().publish(
      bundle, to: git, branch: branch, path: path, push: push, git: program)
    switch options.format {
    case .json: Console.output(try JSONValue(encoding: published).pretty)
    case .text:
      let state =
        published.isPushed
        ? "pushed" : "not pushed: git -C \(published.repository) push origin \(published.branch)"
      Console.output("\(published.commit) on \(published.branch) in \(published.repository)\n\(state)\n")
    }
  }
}
