import Basics
import LanguageModels
import Testing

/// Documents in what models write around them.
struct AnswerDocumentTests {
  @Test(arguments: [
    #"{"a": [1, 2]}"#, "Sure! Here it is:\n```json\n{\"a\": [1, 2]}\n```\nAnything else?",
    #"The answer is {"a": [1, 2,],} as you can see."#, "```\n{\n  \"a\": [1, 2,],\n}\n```",
    "I think {this} is it: {\"a\": [1,2]}",
  ]) func theDocumentIsFound(answer: String) {
    #expect(AnswerDocument.find(in: answer) == ["a": [1, 2]])
  }

  @Test(arguments: ["", "no document", "{unfinished: [", "```json\n{\"a\": \n```", "42"]) func noneIsInvented(
    answer: String
  ) {
    #expect(AnswerDocument.find(in: answer) == nil)
  }

  @Test func commasInStringsStay() {
    #expect(AnswerDocument.find(in: #"x {"a": "b,]", "c": "d\",}",} y"#) == ["a": "b,]", "c": "d\",}"])
  }

  @Test func anAnswerThatDoesNotFitGoesBackOnce() async throws {
    let model = ScriptedModel([
      .init(expects: "start", result: .success(ModelResponse(text: #"{"n": "three"}"#))),
      .init(expects: "integer", result: .success(ModelResponse(text: "now: {\"n\": 3}"))),
    ])
    let format = AnswerFormat(
      name: "n", schema: ["type": "object", "properties": ["n": ["type": "integer"]], "required": ["n"]])
    let document = try await StructuredAnswer(format).answer(
      to: ModelRequest(messages: [.user("start")]), ask: { try await model.respond(to: $0) },
      repair: { "Repair: \($0)" })
    #expect(document == ["n": 3])
    #expect(model.remaining == 0)
  }

  @Test func anAnswerThatNeverFitsIsAnError() async throws {
    let model = ScriptedModel(answers: ["nothing", "nothing again"])
    let error = await #expect(throws: ModelError.self) {
      try await StructuredAnswer(AnswerFormat(name: "n", schema: ["type": "object"])).answer(
        to: ModelRequest(messages: [.user("start")]), ask: { try await model.respond(to: $0) }, repair: { $0 }
      )
    }
    #expect(error?.code == .invalidAnswer)
  }
}
