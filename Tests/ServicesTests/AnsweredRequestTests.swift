import Testing
import Vocabulary

@testable import Services

/// A request with other words in place of some.
struct AnsweredRequestTests {
  private static let placements = [
    Placement(text: "An ALB ", place: .claim, lines: ["REQ-1"]),
    Placement(text: "with strong encryption, ", place: .notCovered, lines: ["REQ-2"]),
    Placement(text: "a queue ", place: .claim, lines: ["REQ-3", "REQ-4"]),
    Placement(text: "please.", place: .context),
  ]
  private static let requirements = [
    ("REQ-1", "An ALB"), ("REQ-2", "strong encryption"), ("REQ-3", "a queue"), ("REQ-4", "queue: fast"),
  ]

  private func answered(_ answers: [RequestAnswer]) throws(RequestError) -> AnsweredRequest {
    try AnsweredRequest(
      request: "", placements: Self.placements, requirements: Self.requirements, questions: ["Which region?"],
      answers: answers)
  }

  @Test func wordsStandWhereTheOthersStood() throws {
    let request = try answered([RequestAnswer(line: "REQ-2", text: "with TLS 1.2 at least")])
    #expect(request.text == "An ALB with TLS 1.2 at least, a queue please.")
    #expect(request.remarks == ["REQ-2 'strong encryption' was answered with 'with TLS 1.2 at least'."])
  }

  @Test func nothingLeavesWordsOut() throws {
    let request = try answered([RequestAnswer(line: "REQ-2", text: "")])
    #expect(request.text == "An ALB  a queue please.")
    #expect(request.remarks == ["REQ-2 'strong encryption' was left out by the person who asked."])
  }

  @Test func otherLinesOfTheSameWordsStay() throws {
    let request = try answered([RequestAnswer(line: "REQ-4", text: "with 30 seconds of visibility")])
    #expect(request.text.contains("a queue with 30 seconds of visibility please."))
  }

  @Test func aQuestionIsAnsweredBehindTheRequest() throws {
    let request = try answered([RequestAnswer(line: "Q-1", text: "In eu-west-1.")])
    #expect(request.text == "An ALB with strong encryption, a queue please.\nIn eu-west-1.")
    #expect(request.remarks == ["Asked 'Which region?', the answer was 'In eu-west-1.'."])
  }

  @Test func aLineThatIsNotThereIsRefused() {
    #expect(throws: RequestError.self) { try answered([RequestAnswer(line: "REQ-9", text: "x")]) }
    #expect(throws: RequestError.self) { try answered([RequestAnswer(line: "Q-2", text: "x")]) }
  }
}
