import Basics
import Foundation
import JSONSchema
import ModelContext
import Services
import Testing

@testable import Assistants

/// Each tool that looks at something gives what its output schema promises, over a whole server.
struct ToolResultTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path(percentEncoded: false)

  private static let bucket = "resource \"aws_s3_bucket\" \"a\" {\n  bucket = \"x-reports\"\n}\n"
  private static let plan =
    #"{"format_version":"1.2","resource_changes":[{"address":"aws_s3_bucket.a","mode":"managed","type":"aws_s3_bucket","name":"a","change":{"actions":["delete","create"],"before":{"bucket":"x"},"after":{"bucket":"y"},"after_unknown":{},"replace_paths":[["bucket"]]}}]}"#
  private static let role =
    "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: c}\nrules: [{apiGroups: [\"\"], resources: [pods], verbs: [delete]}]\n"
  private static let pod =
    "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: web, image: \"web:1\"}]}\n"

  private static func files(_ path: String, content: String) -> JSONValue {
    ["files": [["path": .string(path), "content": .string(content)]]]
  }

  static let calls: [(tool: String, arguments: JSONValue)] = [
    ("check", files("main.tf", content: bucket)), ("cost", files("main.tf", content: bucket)),
    ("advise", files("main.tf", content: bucket)), ("explain_plan", files("plan.json", content: plan)),
    ("propose_patch", files("main.tf", content: bucket.replacing("bucket =", with: "bukcet ="))),
    (
      "can",
      .object(
        (files("r.yaml", content: role).object ?? []) + [
          JSONMember("action", value: "delete"), JSONMember("resource", value: "pods"),
        ])
    ),
    ("reach", files("pod.yaml", content: pod)), ("resource_schema", ["type": "aws_s3_bucket"]),
    ("price", ["words": ["t3.micro"]]), ("search_memory", ["words": "buckets"]),
  ]

  private static func call(_ tool: String, arguments: JSONValue) async throws -> (ToolDefinition, ToolResult)
  {
    let folder = FileManager.default.temporaryDirectory.appending(path: "tools-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = folder.path(percentEncoded: false)
    defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: folder) } }
    let installation = Installation(
      environment: ["HOME": path, "XDG_STATE_HOME": path, "CONSILIUM_HOME": root],
      executable: "/nonexistent/consilium")
    let provider = try AssistantProvider(installation: installation) { _ in
      .own(storeFile: "\(path)/consilium.db", folder: path)
    }
    let caller = ContextCaller(name: "a", scopes: AssistantScope.all)
    let definition = try #require(provider.tools(for: caller).first { $0.name == tool })
    #expect(JSONSchema(definition.input).violations(in: arguments).isEmpty)
    return (definition, try await provider.call(tool, arguments: arguments, in: .alone(caller)))
  }

  @Test(arguments: calls.map(\.tool)) func givesWhatItPromises(tool: String) async throws {
    let call = try #require(Self.calls.first { $0.tool == tool })
    let (definition, result) = try await Self.call(tool, arguments: call.arguments)
    let structured = try #require(result.structured)
    #expect(!result.isError)
    #expect(JSONSchema(try #require(definition.output)).violations(in: structured).map(\.description) == [])
    guard case .text(let text) = result.content.first else {
      Issue.record("The first content is no text")
      return
    }
    let parsed = try JSONValue(parsing: text)
    #expect(parsed.canonical == structured.canonical)
    // Where sent texts lay is nobody's business.
    #expect(!text.contains("consilium-") && !text.contains(FileManager.default.temporaryDirectory.path))
  }

  @Test func whatCannotBeDoneIsSaidToTheModel() async throws {
    for (tool, arguments) in [
      ("check", ["path": "../x"]), ("check", [:]), ("resource_schema", ["type": "aws_nothing"]),
      ("explain_plan", Self.files("plan.json", content: "{}")), ("get_report", [:]),
      ("get_report", ["run": "none"]),
      ("answer_questions", ["run": "none"]), ("reach", Self.files("main.tf", content: Self.bucket)),
      ("check", Self.files("a/../../x.tf", content: "")), ("check", Self.files("/etc/x.tf", content: "")),
    ] as [(String, JSONValue)] {
      let failure = await #expect(throws: ToolFailure.self, "\(tool) \(arguments.compact)") {
        _ = try await Self.call(tool, arguments: arguments)
      }
      #expect(failure?.message.isEmpty == false)
    }
  }
}
