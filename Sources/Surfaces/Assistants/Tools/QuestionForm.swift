import Basics
import ModelContext

/// The open questions of a report as a form: a field of text for each, none of which has to be filled in.
struct QuestionForm {
  /// Fields that a person is shown at once.
  private static let most = 10
  private static let longestAnswer = 1000

  private let questions: [String]

  init(_ questions: [String]) {
    self.questions = Array(questions.prefix(Self.most))
  }

  var elicitation: Elicitation {
    .form(
      message: "The crew has questions. Answer those you can; leave the others empty.",
      schema: [
        "type": "object",
        "properties": .object(
          questions.enumerated().map { index, question in
            JSONMember(
              Self.key(index),
              value: [
                "type": "string", "title": .string("Question \(index + 1)"), "description": .string(question),
                "maxLength": .integer(Self.longestAnswer),
              ])
          }),
      ])
  }

  /// What was filled in.
  func answers(_ content: JSONValue) -> [(question: String, answer: String)] {
    questions.enumerated().compactMap { index, question in
      guard let answer = content[Self.key(index)]?.string, !answer.isEmpty else { return nil }
      return (question, answer)
    }
  }

  private static func key(_ index: Int) -> String { "question_\(index + 1)" }
}
