/// The journal's own error, told apart from a step's: it ends the run.
package struct JournalFailure: Error, CustomStringConvertible {
  package let cause: any Error

  package var description: String { "\(cause)" }
}
