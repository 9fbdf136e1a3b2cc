import Basics
import Vocabulary

/// A request with a person's answers put where the words were that they answer, so that whoever reads it finds one text.
package struct AnsweredRequest: Sendable {
  package let text: String
  /// What was answered, a sentence for each answer; the report has them among its assumptions.
  package let remarks: [String]

  /// - Parameters:
  ///   - request: as it was asked.
  ///   - placements: the request, stretch by stretch, with the lines that each became; nil of versions that kept none.
  ///   - requirements: id and text of every requirement.
  ///   - questions: as they were asked, in order.
  /// - Throws: `RequestError` with code `.unknownLine` where an answer is to a line that the request does not have, and
  ///   `.empty` where nothing is left.
  package init(
    request: String, placements: [Placement]?, requirements: [(id: String, text: String)],
    questions: [String], answers: [RequestAnswer]
  ) throws(RequestError) {
    let requirements = Dictionary(
      requirements.map { ($0.id, $0.text) }, uniquingKeysWith: { first, _ in first })
    var open = (placements ?? [Placement(text: request, place: .claim)]).map {
      (text: $0.text, lines: Set($0.lines))
    }
    var remarks: [String] = []
    var added: [String] = []
    for answer in answers {
      if let question = Self.question(answer.line, among: questions) {
        guard !answer.text.isEmpty else { continue }
        added.append(answer.text)
        remarks.append("Asked '\(question)', the answer was '\(answer.text)'.")
        continue
      }
      guard let said = requirements[answer.line],
        let index = open.firstIndex(where: { $0.lines.contains(answer.line) })
      else { throw Self.unknown(answer.line, requirements: requirements, questions: questions) }
      // Other lines of the same words stand: what is answered is said beside them.
      let isAlone = open[index].lines.isSubset(of: Set(answers.map(\.line)))
      let (words, rest) = Self.parted(open[index].text)
      open[index].lines.remove(answer.line)
      if isAlone {
        open[index].text = answer.text.isEmpty ? String(rest.drop { $0.isPunctuation }) : answer.text + rest
      } else if !answer.text.isEmpty {
        open[index].text = "\(words) \(answer.text)\(rest)"
      }
      remarks.append(
        answer.text.isEmpty
          ? "\(answer.line) '\(said)' was left out by the person who asked."
          : "\(answer.line) '\(said)' was answered with '\(answer.text)'.")
    }
    text = ([open.map(\.text).joined()] + added).joined(separator: "\n")
    guard text.contains(where: \.isLetter) else {
      throw RequestError(
        .empty, summary: "The request is empty", detail: "With these answers nothing of the request is left.")
    }
    self.remarks = remarks
  }

  private static func question(_ line: String, among questions: [String]) -> String? {
    if questions.contains(line) { return line }
    guard line.hasPrefix("Q-"), let number = Int(line.dropFirst(2)), questions.indices.contains(number - 1)
    else { return nil }
    return questions[number - 1]
  }

  /// The words of a stretch, and the punctuation and white space behind them.
  private static func parted(_ text: String) -> (words: Substring, rest: Substring) {
    let end = text.lastIndex { $0.isLetter || $0.isNumber }.map(text.index(after:)) ?? text.startIndex
    return (text[..<end], text[end...])
  }

  private static func unknown(
    _ line: String, requirements: [String: String], questions: [String]
  ) -> RequestError {
    let known = requirements.keys.sorted { $0.count == $1.count ? $0 < $1 : $0.count < $1.count }
    let ids = known + questions.indices.map { "Q-\($0 + 1)" }
    return RequestError(
      .unknownLine, summary: "No such line of the request",
      detail: "'\(line)' is none of \(ids.joined(separator: ", ")).")
  }
}
