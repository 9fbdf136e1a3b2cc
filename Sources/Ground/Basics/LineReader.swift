/// Cuts a stream of bytes into lines, whatever the chunks it comes in. A line ends with a newline, a carriage return, or
/// both; what follows the last end is kept for the next chunk.
package struct LineReader: Sendable {
  private var rest: [UInt8] = []
  private var isAfterReturn = false

  package init() {}

  /// The lines that `chunk` completes, without their ends.
  package mutating func lines(in chunk: [UInt8]) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    var start = chunk.startIndex
    for index in chunk.indices {
      let byte = chunk[index]
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        // The newline of a pair whose return ended the line already.
        if !(isAfterReturn && byte == UInt8(ascii: "\n") && start == index && rest.isEmpty) {
          lines.append(rest + chunk[start..<index])
          rest = []
        }
        start = index + 1
      }
      isAfterReturn = byte == UInt8(ascii: "\r")
    }
    rest += chunk[start...]
    return lines
  }

  /// What came after the last line's end; the stream is over.
  package mutating func last() -> [UInt8]? {
    defer { rest = [] }
    return rest.isEmpty ? nil : rest
  }
}
