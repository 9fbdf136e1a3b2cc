/// Requests, and the recorded answers of a panel of models to each.
package struct Suite: Sendable {
  package var name: String
  package var requests: [SuiteRequest]
  /// The names of the panel, sorted.
  package var models: [String]
  /// By model, then by request.
  package var answers: [String: [String: RecordedAnswer]]
}
