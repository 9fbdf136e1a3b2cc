import Basics
import Foundation
import Testing

@testable import LanguageModels

/// The three protocols on answers as their public documentation shows them.
struct WireTests {
  private static let request = ModelRequest(messages: [.user("hello")])

  private static func whole(_ kind: WireKind, _ file: String) throws -> ModelResponse {
    var answer = AnswerInProgress()
    try kind.wire.read(WireReader.document(try Fixture.bytes(file)), into: &answer)
    return answer.response(to: request)
  }

  /// - Parameter size: of the pieces in which the stream arrives.
  private static func streamed(_ kind: WireKind, _ file: String, size: Int) throws -> ModelResponse {
    var reader = WireReader(wire: kind.wire)
    let bytes = try Fixture.bytes(file)
    for start in stride(from: 0, to: bytes.count, by: size) {
      _ = try reader.take(Array(bytes[start..<min(start + size, bytes.count)]))
    }
    try reader.finish()
    #expect(reader.answer.isEnded)
    return reader.answer.response(to: request)
  }

  @Test func openAIWhole() throws {
    #expect(
      try Self.whole(.openai, "openai-whole.json")
        == ModelResponse(
          text: "Hello! How can I assist you today?",
          usage: TokenUsage(input: 19, output: 10, cachedInput: 12)))
  }

  @Test(arguments: [
    ("plain", "plain"), ("a < b", "a < b"), ("<think>x</think>\n\nyes", "yes"), ("x</think> yes", "yes"),
    ("yes <think>cut off", "yes "), ("<think>a</think>b</think>c", "c"), ("<<-EOT\nx\nEOT", "<<-EOT\nx\nEOT"),
  ])
  func whatIsThoughtAloudIsNoAnswer(text: String, answer: String) {
    #expect(ReasoningTags.stripped(from: text) == answer)
  }

  @Test func openAITools() throws {
    let response = try Self.whole(.openai, "openai-tools.json")
    #expect(response.finish == .toolCalls)
    #expect(
      response.toolCalls == [
        ToolCall(
          id: "call_abc123", name: "get_current_weather", arguments: "{\n\"location\": \"Boston, MA\"\n}")
      ])
  }

  @Test(arguments: [1, 7, 100_000]) func openAIStream(size: Int) throws {
    #expect(
      try Self.streamed(.openai, "openai-stream.txt", size: size)
        == ModelResponse(text: "Hello!", usage: TokenUsage(input: 9, output: 2)))
  }

  @Test func openAIStreamOfTools() throws {
    let response = try Self.streamed(.openai, "openai-stream-tools.txt", size: 50)
    #expect(response.toolCalls.map(\.name) == ["get_weather", "get_time"])
    #expect(response.toolCalls.first?.arguments == #"{"location":"Paris"}"#)
    #expect(!response.usage.isExact)
  }

  @Test func anthropicWholeWithoutItsThoughts() throws {
    let response = try Self.whole(.anthropic, "anthropic-whole.json")
    #expect(response.text == "Hi! My name is Claude.")
    #expect(response.usage == TokenUsage(input: 21 + 188_086 + 100, output: 393, cachedInput: 100))
  }

  @Test(arguments: [1, 13, 100_000]) func anthropicStreamWithoutItsThoughts(size: Int) throws {
    let response = try Self.streamed(.anthropic, "anthropic-stream.txt", size: size)
    #expect(response.text == "Okay, let's check the weather:")
    #expect(response.finish == .toolCalls)
    #expect(
      response.toolCalls == [
        ToolCall(
          id: "toolu_01T1x1fJ34qAmk2tNTrN7Up6", name: "get_weather",
          arguments: #"{"location": "San Francisco, CA"}"#)
      ])
    #expect(response.usage == TokenUsage(input: 472, output: 89))
  }

  @Test func ollamaWhole() throws {
    #expect(
      try Self.whole(.ollama, "ollama-whole.json")
        == ModelResponse(text: "Hello! How are you today?", usage: TokenUsage(input: 26, output: 298)))
  }

  @Test(arguments: [1, 64, 100_000]) func ollamaStream(size: Int) throws {
    let response = try Self.streamed(.ollama, "ollama-stream.txt", size: size)
    #expect(response.text == "The sky")
    #expect(response.toolCalls.map(\.arguments) == [#"{"format":"celsius","location":"Tokyo"}"#])
    #expect(response.usage == TokenUsage(input: 26, output: 282))
  }

  @Test func requestsAreWrittenAsDocumented() throws {
    let tool = ModelTool(name: "price", description: "A price.", parameters: ["type": "object"])
    let request = ModelRequest(
      system: "Be brief.",
      messages: [
        .user("How much?"), .assistant("", calls: [ToolCall(id: "c1", name: "price", arguments: "{}")]),
        .toolResult(id: "c1", name: "price", text: "$3"),
      ], tools: [tool], format: AnswerFormat(name: "sum", schema: ["type": "object"]), temperature: 0.5,
      seed: 7,
      maximumTokens: 100, stop: ["END"])
    let settings = { (kind: WireKind) in
      ModelSettings(
        name: ModelName(provider: "p", model: "m"),
        provider: ProviderSettings(name: "p", wire: kind, baseAddress: "http://localhost"),
        contextLength: 4096)
    }
    let bodies = JSONValue.object(
      WireKind.allCases.map { JSONMember($0.rawValue, value: $0.wire.body(request, settings: settings($0))) })
    let golden = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "Fixtures/requests.json")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(bodies.pretty.utf8).write(to: golden)
    }
    #expect(bodies.pretty == String(decoding: try Data(contentsOf: golden), as: UTF8.self))
  }
}
