import Basics
import Testing

@testable import LanguageModels

/// Values that exist in one call only, and answers that nearly name them.
struct AlignmentTests {
  @Test(arguments: [
    ("A", "A"), ("a", "A"), ("A.", "A"), ("draft A", "A"), ("Draft B:", "B"), ("\"b\"", "B"),
    ("candidate (A2)", "A2"), ("Entwurf A", "A"), ("**A**", "A"),
  ])
  func nearMisses(text: String, value: String) {
    #expect(AnswerAlignment.meant(by: text, among: ["A", "B", "A2"]) == value)
  }

  @Test(arguments: ["C", "", "A or B", "draft", "AB"]) func whatMeansNothing(text: String) {
    #expect(AnswerAlignment.meant(by: text, among: ["A", "B"]) == nil)
  }

  @Test func idsOfFindings() {
    let ids = ["aws-s3-public@aws_s3_bucket.a", "aws-s3-logging@aws_s3_bucket.a", "REQ-1", "REQ-10"]
    #expect(AnswerAlignment.meant(by: "finding aws-s3-public@aws_s3_bucket.a", among: ids) == ids[0])
    #expect(AnswerAlignment.meant(by: "req-1", among: ids) == "REQ-1")
    #expect(AnswerAlignment.meant(by: "REQ-10.", among: ids) == "REQ-10")
    #expect(AnswerAlignment.meant(by: "aws-s3", among: ids) == nil)
  }

  private static let format = AnswerFormat(
    name: "scores",
    schema: [
      "type": "object", "required": ["scores"],
      "properties": [
        "scores": [
          "type": "array",
          "items": [
            "type": "object", "required": ["draft"],
            "properties": ["draft": ["type": "string"], "reason": ["type": "string"]],
          ],
        ]
      ],
    ])

  @Test func valuesStandInTheFormThatIsSent() {
    let sent = Self.format.choosing(["scores", "draft"], among: ["A", "B", "A"])
    let draft = sent.schema["properties"]?["scores"]?["items"]?["properties"]?["draft"]
    #expect(draft == ["type": "string", "enum": ["A", "B"]])
    #expect(sent.schema["properties"]?["scores"]?["items"]?["properties"]?["reason"] == ["type": "string"])
    #expect(Self.format.choosing(["scores", "draft"], among: []) == Self.format)
    let many = (0..<1000).map { "\($0)" }
    #expect(Self.format.choosing(["scores", "draft"], among: many) == Self.format)
  }

  @Test func whatIsNearIsReadAndWhatIsNotIsSentBackOnce() async throws {
    let sent = Self.format.choosing(["scores", "draft"], among: ["A", "B"])
    @Sendable func wish(_ document: JSONValue) -> [String] {
      (document["scores"]?.array ?? []).compactMap { $0["draft"]?.string }.filter { $0.count > 1 }
    }
    let answer = StructuredAnswer(sent, schema: Self.format.schema, wish: { wish($0) })
    let near = ScriptedModel(answers: [#"{"scores":[{"draft":"draft A"},{"draft":"b."}]}"#])
    let read = try await answer.answer(
      to: ModelRequest(messages: [.user("x")]), ask: { try await near.respond(to: $0) }, repair: { $0 })
    #expect(read["scores"] == [["draft": "A"], ["draft": "B"]])
    let wrong = ScriptedModel(answers: [#"{"scores":[{"draft":"Zed"}]}"#, #"{"scores":[{"draft":"Zed"}]}"#])
    let taken = try await answer.answer(
      to: ModelRequest(messages: [.user("x")]), ask: { try await wrong.respond(to: $0) }, repair: { $0 })
    #expect(taken["scores"] == [["draft": "Zed"]])
    #expect(wrong.remaining == 0)
    #expect(wrong.requests.last?.messages.last == .user("Zed"))
  }
}
