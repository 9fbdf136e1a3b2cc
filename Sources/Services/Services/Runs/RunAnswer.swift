import Reporting

/// What came of a request.
package struct RunAnswer: Sendable {
  package let report: Report
  /// Where the bundle lies.
  package let folder: String
}
