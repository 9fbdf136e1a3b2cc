import Basics

/// What an evaluation came to.
package struct EvaluatedSuite: Sendable {
  package let json: JSONValue
  /// As a table on a terminal.
  package let text: String
}
