import ArgumentParser
import Basics
import Services
import Terminal

struct MCPCallCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "call",
    abstract: "Calls a tool of a pinned server, and keeps call and result in the journal.",
    discussion: """
      The result is data of others. With --replay the calls of an earlier run are shown from its journal; no server is asked.

      EXAMPLES
        consilium mcp call git/git_log '{"repo_path": "."}'
        consilium mcp call --replay 20261127
      """)

  @Argument(help: "SERVER/TOOL.")
  var tool: String?

  @Argument(help: "The arguments, a JSON object.")
  var arguments = "{}"

  @Option(name: .long, help: "Show the calls of this run from its journal.")
  var replay: String?

  @OptionGroup var servers: ToolServerOption

  @Option(name: .long, help: "text or json.")
  var format: OutputFormat = .text

  func validate() throws {
    if (tool == nil) == (replay == nil) { throw ValidationError("Name SERVER/TOOL, or a run with --replay.") }
    if let tool, tool.split(separator: "/", omittingEmptySubsequences: false).count != 2 {
      throw ValidationError("A tool is named SERVER/TOOL, as git/git_log.")
    }
  }

  func run() async throws {
    if let replay {
      let records = try await servers.service.calls(of: replay)
      switch format {
      case .json: Console.output(try JSONValue(encoding: records).pretty)
      case .text: for record in records { Console.output(Self.text(record)) }
      }
      return
    }
    let parts = (tool ?? "").split(separator: "/").map(String.init)
    guard let document = JSONValue.document(arguments), document.object != nil else {
      throw ValidationError("The arguments are a JSON object, as '{\"repo_path\": \".\"}'.")
    }
    let (run, record) = try await servers.service.call(parts[1], of: parts[0], arguments: document)
    switch format {
    case .json: Console.output(try JSONValue(encoding: record).pretty)
    case .text: Console.output(record.text + "\n")
    }
    Console.say("\(record.id), kept under \(run)")
    if record.isError { throw ExitCode(ExitStatus.error.rawValue) }
  }

  private static func text(_ record: ToolCallRecord) -> String {
    "\(record.id) \(record.server)/\(record.tool) \(record.arguments.compact)\n\(record.text)\n"
  }
}
