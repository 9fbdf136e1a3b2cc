import Basics

/// Finds the JSON document in what a model answered: bare, in a fence, or with prose around, with commas too many.
package enum AnswerDocument {
  /// The first text that reads as an object or a list; nil where there is none.
  package static func find(in answer: String) -> JSONValue? {
    if let document = strict(answer) { return document }
    for block in FencedBlock.blocks(in: answer) {
      if let document = strict(block.text) ?? strict(repaired(block.text)) { return document }
    }
    return enclosed(answer).lazy.compactMap { strict($0) ?? strict(repaired($0)) }.first
  }

  private static func strict(_ text: String) -> JSONValue? {
    guard let document = JSONValue.document(text), document.object != nil || document.array != nil else {
      return nil
    }
    return document
  }

  /// The texts from an opening bracket to the one that closes it, outermost ones, in order.
  private static func enclosed(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    var found: [String] = []
    var start: Int?
    var depth = 0
    var isString = false
    var isEscaped = false
    for (index, byte) in bytes.enumerated() {
      if isString {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isString = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\"") where depth > 0: isString = true
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        if depth == 0 { start = index }
        depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        guard depth > 0 else { break }
        depth -= 1
        if depth == 0, let begin = start {
          found.append(String(decoding: bytes[begin...index], as: UTF8.self))
        }
      default: break
      }
    }
    return found
  }

  /// The text without commas before a closing bracket, which JSON does not have and models write.
  private static func repaired(_ text: String) -> String {
    var repaired: [UInt8] = []
    var isString = false
    var isEscaped = false
    for byte in text.utf8 {
      if isString {
        isString = byte != UInt8(ascii: "\"") || isEscaped
        isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
      } else if byte == UInt8(ascii: "\"") {
        isString = true
      } else if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
        let last = repaired.lastIndex { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
        if let last, repaired[last] == UInt8(ascii: ",") { repaired.remove(at: last) }
      }
      repaired.append(byte)
    }
    return String(decoding: repaired, as: UTF8.self)
  }
}
