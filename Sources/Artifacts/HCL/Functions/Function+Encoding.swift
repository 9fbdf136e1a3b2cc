import Basics

extension Function {
  static let encoding: [String: Function] = [
    "jsonencode": Function(1) { arguments throws(FunctionError) in .string(arguments[0].json) },
    "jsondecode": Function(1) { arguments throws(FunctionError) in
      guard let value = Value(json: try arguments.text(0)) else {
        throw FunctionError("invalid JSON", argument: 0)
      }
      return value
    },
    "base64encode": Function(1) { arguments throws(FunctionError) in
      .string(base64(Array(try arguments.text(0).utf8)))
    },
    "base64decode": Function(1) { arguments throws(FunctionError) in
      guard let bytes = bytes(base64: try arguments.text(0)) else {
        throw FunctionError("failed to decode base64 data", argument: 0)
      }
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw FunctionError("the result of decoding the provided string is not valid UTF-8", argument: 0)
      }
      return .string(text)
    },
    "urlencode": Function(1) { arguments throws(FunctionError) in
      .string(
        try arguments.text(0).utf8.reduce(into: "") { text, byte in
          if Ascii.isDigit(byte) || Ascii.isLetter(byte) || "-_.~".utf8.contains(byte) {
            text.unicodeScalars.append(Unicode.Scalar(byte))
          } else if byte == Ascii.space {
            text += "+"
          } else {
            text += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
          }
        })
    },
  ]

  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func base64(_ bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits = group.reduce(0) { $0 << 8 | UInt32($1) }
      bits <<= UInt32(8 * (3 - group.count))
      for index in 0..<4 {
        result.append(
          index <= group.count ? alphabet[Int(bits >> UInt32(18 - 6 * index)) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func bytes(base64 text: String) -> [UInt8]? {
    let source = text.utf8.filter { $0 != Ascii.newline && $0 != Ascii.carriageReturn }
    guard source.count % 4 == 0 else { return nil }
    let content = source.reversed().drop { $0 == UInt8(ascii: "=") }.reversed()
    guard source.count - content.count <= 2 else { return nil }
    var result: [UInt8] = []
    var (bits, count) = (UInt32(0), 0)
    for byte in content {
      guard let digit = alphabet.firstIndex(of: byte) else { return nil }
      bits = bits << 6 | UInt32(digit)
      count += 6
      if count >= 8 {
        count -= 8
        result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return result
  }
}
