import Basics
import Vocabulary

/// How an expectation is spoken of in the reason of a requirement's status.
struct CoverageVerdict {
  let expectation: ResourceExpectation

  /// Whether there shall be none.
  var isAbsence: Bool { expectation.maximum == 0 }

  /// `aws_db_instance with self.engine == "postgres"`.
  var what: String {
    let kinds = expectation.types.isEmpty ? "resource" : expectation.types.joined(separator: " or ")
    return kinds + (expectation.condition.map { " with \($0)" } ?? "")
  }

  func number(_ amount: Double) -> String {
    Int(exactly: amount).map(String.init) ?? Money.decimal(amount, places: 2)
  }
}
