/// Why an answer ended.
package enum FinishReason: String, Hashable, Sendable, Codable {
  case stop
  /// It had reached its longest.
  case length
  case toolCalls = "tool-calls"
  case contentFilter = "content-filter"
  /// The provider gave a reason of its own, or none.
  case other
}
