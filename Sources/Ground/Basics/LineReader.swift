/// Cuts a stream of bytes into lines, whatever the pieces it comes in. A line ends with a newline, a carriage return, or
/// both; what follows the last end is kept for the next piece.
package struct LineReader: Sendable {
  private var rest: [UInt8] = []
  private var isAfterReturn = false

  package init() {}

  /// The lines that `piece` completes, without their ends.
  package mutating func lines(in piece: [UInt8]) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    var start = piece.startIndex
    for place in piece.indices {
      let byte = piece[place]
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        // The newline of a pair whose return ended the line already.
        if !(isAfterReturn && byte == UInt8(ascii: "\n") && start == place && rest.isEmpty) {
          lines.append(rest + piece[start..<place])
          rest = []
        }
        start = place + 1
      }
      isAfterReturn = byte == UInt8(ascii: "\r")
    }
    rest += piece[start...]
    return lines
  }

  /// What came after the last line's end; the stream is over.
  package mutating func last() -> [UInt8]? {
    defer { rest = [] }
    return rest.isEmpty ? nil : rest
  }
}
