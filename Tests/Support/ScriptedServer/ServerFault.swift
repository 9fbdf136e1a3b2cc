/// What can go wrong with an answer.
package enum ServerFault: Sendable, Hashable, CustomStringConvertible {
  /// A status with a `Retry-After`, as seconds or as a date.
  case status(Int, retryAfter: String? = nil)
  /// A head, then the connection is reset.
  case reset
  /// The first half of the stream, then the connection closes.
  case half
  /// Everything but the mark at the end.
  case noDone
  /// The first half, then nothing for this many milliseconds.
  case stall(milliseconds: Int)
  /// One chunk is sent twice.
  case duplicate
  /// A chunk has bytes that are no UTF-8.
  case invalidText
  /// This many bytes of text.
  case huge(bytes: Int)
  /// A chunk is nested this deep.
  case deep(levels: Int)
  case wrongTool
  case badArguments
  /// The answer has no choice in it.
  case emptyChoice
  case contentFilter
  /// One word after each pause of this many milliseconds.
  case slow(milliseconds: Int)

  package var description: String {
    switch self {
    case .status(let status, nil): "\(status)"
    case .status(let status, let retry?): "\(status), Retry-After \(retry.contains(" ") ? "date" : "seconds")"
    case .reset: "reset after headers"
    case .half: "half a stream"
    case .noDone: "no [DONE]"
    case .stall: "stall mid-stream"
    case .duplicate: "duplicated chunk"
    case .invalidText: "invalid UTF-8"
    case .huge(let bytes): "\(bytes / 1_000_000) MB answer"
    case .deep: "deeply nested JSON"
    case .wrongTool: "wrong tool name"
    case .badArguments: "arguments not JSON"
    case .emptyChoice: "empty choice"
    case .contentFilter: "content filter"
    case .slow: "one token a second"
    }
  }
}
