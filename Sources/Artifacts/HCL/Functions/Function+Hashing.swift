import Basics
import Digests

extension Function {
  static let hashing: [String: Function] = [
    "md5": hash(.md5), "sha1": hash(.sha1), "sha256": hash(.sha256), "sha512": hash(.sha512),
    "base64sha256": base64Hash(.sha256), "base64sha512": base64Hash(.sha512),
    "uuidv5": Function(2) { arguments throws(FunctionError) in
      let name = try arguments.text(0)
      guard let space = namespaces[name] ?? bytes(uuid: name) else {
        throw FunctionError("uuidv5() doesn't support namespace \(name)", argument: 0)
      }
      return .string(
        uuid(Array(HashFunction.sha1.bytes(of: space + Array(try arguments.text(1).utf8)).prefix(16))))
    },
  ]

  private static func hash(_ function: HashFunction) -> Function {
    Function(1) { arguments throws(FunctionError) in
      .string(function.hexadecimal(of: Array(try arguments.text(0).utf8)))
    }
  }

  private static func base64Hash(_ function: HashFunction) -> Function {
    Function(1) { arguments throws(FunctionError) in
      .string(base64(function.bytes(of: Array(try arguments.text(0).utf8))))
    }
  }

  /// The name spaces of RFC 4122, appendix C.
  private static let namespaces: [String: [UInt8]] = ["dns": 0x10, "url": 0x11, "oid": 0x12, "x500": 0x14]
    .mapValues {
      [0x6b, 0xa7, 0xb8, $0, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8]
    }

  private static func bytes(uuid text: String) -> [UInt8]? {
    let digits = Array(text.utf8.filter { $0 != UInt8(ascii: "-") })
    guard digits.count == 32, text.utf8.count == 36 else { return nil }
    let pairs = stride(from: 0, to: 32, by: 2).compactMap {
      UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16)
    }
    return pairs.count == 16 ? pairs : nil
  }

  /// A version 5 identifier in its usual form.
  private static func uuid(_ bytes: [UInt8]) -> String {
    var bytes = bytes
    bytes[6] = bytes[6] & 0x0F | 0x50
    bytes[8] = bytes[8] & 0x3F | 0x80
    let digits = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
    return [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { digits[$0].joined() }.joined(separator: "-")
  }
}
