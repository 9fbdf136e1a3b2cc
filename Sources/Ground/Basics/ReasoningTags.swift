/// Some models think aloud between marks before they answer.
package enum ReasoningTags {
  /// The text after the last closing mark; all of it where there is none. What an opening mark begins and nothing
  /// closes is a thought that was cut off.
  package static func stripped(from text: String) -> String {
    // Most answers have no mark at all, and seeing that costs far less than a search for it.
    guard text.utf8.contains(UInt8(ascii: "<")) else { return text }
    var answer = text[...]
    if let close = text.ranges(of: "</think>").last { answer = text[close.upperBound...] }
    if let open = answer.firstRange(of: "<think>") { answer = answer[..<open.lowerBound] }
    guard answer.startIndex != text.startIndex || answer.endIndex != text.endIndex else { return text }
    return String(answer.drop { $0.isWhitespace })
  }
}
