/// What a person says to one line of a request: other words in place of it, or that it is to be left out.
package struct RequestAnswer: Hashable, Sendable {
  /// `REQ-7`, `Q-1`, or a question as it was asked.
  package let line: String
  /// Empty where the line's words are to be left out.
  package let text: String

  package init(line: String, text: String) {
    self.line = line
    self.text = text
  }
}
