import Basics
import FoundationEssentials
import HTTPServing

/// The headers that repeat parts of a message, so that what stands between can route it: they have to say the same.
enum MirroredHeaders {
  private static let named = [
    "tools/call", "resources/read", "prompts/get", "tasks/get", "tasks/update", "tasks/cancel",
  ]

  /// - Throws: what a client is told whose headers are missing or say something else.
  static func check(_ arrival: HTTPArrival, request: RemoteRequest) throws(ProtocolFault) {
    guard let version = arrival["mcp-protocol-version"] else { throw missing("MCP-Protocol-Version") }
    guard version == request.meta?[MetaKey.protocolVersion]?.string else {
      throw other("MCP-Protocol-Version")
    }
    guard let method = arrival["mcp-method"] else { throw missing("Mcp-Method") }
    guard method == request.method else { throw other("Mcp-Method") }
    guard let subject = request.subject else { return }
    guard let name = arrival["mcp-name"] else {
      if named.contains(request.method) { throw missing("Mcp-Name") }
      return
    }
    guard decoded(name) == subject else { throw other("Mcp-Name") }
  }

  /// The value of a header that may be written as `=?base64?…?=`; nil where that is not well-formed.
  static func decoded(_ value: String) -> String? {
    guard value.hasPrefix("=?base64?"), value.hasSuffix("?="), value.count >= 11 else {
      return value.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } ? value : nil
    }
    guard let data = Data(base64Encoded: String(value.dropFirst(9).dropLast(2))) else { return nil }
    return String(validating: Array(data), as: UTF8.self)
  }

  /// A value as a header can carry it.
  static func encoded(_ value: String) -> String {
    let isPlain =
      value.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } && !value.hasPrefix(" ") && !value.hasSuffix(" ")
      && !value.hasPrefix("=?base64?")
    return isPlain ? value : "=?base64?\(Data(value.utf8).base64EncodedString())?="
  }

  private static func missing(_ name: String) -> ProtocolFault {
    ProtocolFault(.headerMismatch, message: "The header \(name) is missing.")
  }

  private static func other(_ name: String) -> ProtocolFault {
    ProtocolFault(.headerMismatch, message: "The header \(name) does not say what the message says.")
  }
}
