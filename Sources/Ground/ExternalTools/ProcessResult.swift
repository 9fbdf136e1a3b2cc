/// What a finished process left.
package struct ProcessResult: Sendable {
  /// The exit status; 128 plus the signal's number where a signal ended it, as shells say it.
  package var status: Int
  package var output: String
  package var errors: String

  package init(status: Int, output: String, errors: String) {
    self.status = status
    self.output = output
    self.errors = errors
  }
}
