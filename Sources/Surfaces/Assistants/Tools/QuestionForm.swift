import Basics
import ModelContext
import Services

/// The open lines of a report as a form: a field of text for each, none of which has to be filled in.
struct QuestionForm {
  /// Fields that a person is shown at once.
  private static let most = 10
  private static let longestAnswer = 1000

  private let lines: [OpenLine]

  init(_ lines: [OpenLine]) {
    self.lines = Array(lines.prefix(Self.most))
  }

  var elicitation: Elicitation {
    .form(
      message: "Some of the request is open. Say in other words what you can; leave the rest empty.",
      schema: [
        "type": "object",
        "properties": .object(
          lines.enumerated().map { index, line in
            JSONMember(
              Self.key(index),
              value: [
                "type": "string", "title": .string(line.id),
                "description": .string(line.reason.isEmpty ? line.text : "\(line.text): \(line.reason)"),
                "maxLength": .integer(Self.longestAnswer),
              ])
          }),
      ])
  }

  /// What was filled in.
  func answers(_ content: JSONValue) -> [RequestAnswer] {
    lines.enumerated().compactMap { index, line in
      guard let answer = content[Self.key(index)]?.string, !answer.isEmpty else { return nil }
      return RequestAnswer(line: line.id, text: answer)
    }
  }

  private static func key(_ index: Int) -> String { "question_\(index + 1)" }
}
