import Basics
import ModelContext

/// A provider whose tools do one thing each.
struct TrialProvider: ContextProvider {
  let identity = ProgramIdentity(name: "trial", title: "Trial", version: "1")
  let instructions = "Try it."

  struct Secret: Error, CustomStringConvertible {
    let description = "password=hunter2"
  }

  func tools(for caller: ContextCaller) -> [ToolDefinition] {
    ["echo", "fail", "leak", "steps", "ask", "wait"].filter { $0 != "leak" || caller.scopes.contains("leak") }
      .map {
        ToolDefinition(
          name: $0, title: $0, description: "It does \($0).",
          input: [
            "type": "object", "properties": ["text": ["type": "string", "maxLength": 100]],
            "additionalProperties": false,
          ],
          output: ["type": "object", "properties": ["text": ["type": "string"]], "required": ["text"]],
          isLong: ["ask", "wait", "fail", "leak", "echo"].contains($0) && $0 != "echo")
      }
  }

  func call(_ tool: String, arguments: JSONValue, in context: CallContext) async throws -> ToolResult {
    switch tool {
    case "echo": return ToolResult(structured: ["text": arguments["text"] ?? ""])
    case "fail": throw ToolFailure("It does not work; do something else.")
    case "leak": throw Secret()
    case "steps":
      for step in [1.0, 2, 2, 1, 3] { context.progress(step, of: 3, message: "step") }
      context.log(.info, message: "between")
      return ToolResult(structured: ["text": "done"])
    case "ask":
      let answer = try await context.ask(
        "name",
        as: .form(
          message: "Your name?",
          schema: [
            "type": "object", "properties": ["name": ["type": "string", "maxLength": 10]],
            "required": ["name"],
          ]))
      guard case .accepted(let content) = answer else { return ToolResult(structured: ["text": "nobody"]) }
      context.changed(.resourceUpdated("trial://one"))
      return ToolResult(structured: ["text": content["name"] ?? ""])
    default:
      try await Task.sleep(for: .seconds(3600))
      return ToolResult(structured: ["text": "late"])
    }
  }

  func resources(for caller: ContextCaller) async throws -> [ResourceDefinition] {
    (1...120).map {
      ResourceDefinition(
        address: "trial://\($0)", name: "\($0)", title: "\($0)", description: "", mediaType: "text/plain")
    }
  }

  func templates(for caller: ContextCaller) -> [ResourceDefinition] {
    [
      ResourceDefinition(
        address: "trial://{number}", name: "n", title: "n", description: "", mediaType: "text/plain")
    ]
  }

  func read(_ address: String, in context: CallContext) async throws -> ResourceContents? {
    address == "trial://one" ? ResourceContents(address: address, mediaType: "text/plain", text: "one") : nil
  }

  func prompts(for caller: ContextCaller) -> [PromptDefinition] {
    [
      PromptDefinition(
        name: "greet", title: "Greet", description: "Greets.",
        arguments: [PromptDefinition.Argument(name: "who", description: "Who.", isRequired: true)])
    ]
  }

  func prompt(_ name: String, arguments: [String: String], in context: CallContext) async throws
    -> [ContentBlock]
  {
    [.text("Hello \(arguments["who"] ?? "")")]
  }

  func completions(
    of argument: String, beginning: String, reference: String, caller: ContextCaller
  ) async throws -> [String] {
    (0..<150).map { "\($0)" }.filter { $0.hasPrefix(beginning) }
  }
}
