import Basics

extension Report {
  /// The JSON form: keys sorted, two-space indentation; equal reports give equal bytes.
  package func json() throws -> String {
    try JSONValue(encoding: self).pretty
  }
}
