import Vocabulary

extension ResourceExpectation {
  /// Lets it hold only where another condition does as well.
  mutating func narrow(to condition: String) {
    self.condition = self.condition.map { "(\($0)) && \(condition)" } ?? condition
  }
}

extension Sequence<String> {
  /// As arguments of a function of a condition: `"aws_lb", "aws_instance"`.
  var quotedArguments: String { map { "\"\($0)\"" }.joined(separator: ", ") }
}
