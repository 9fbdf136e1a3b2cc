import Basics

/// An error of the protocol, as it goes over the wire: the specification's code, a sentence for people, data for programs.
package struct ProtocolFault: Error, Hashable, Sendable {
  /// The codes of JSON-RPC 2.0 and of the specification; no other is ever sent.
  package enum Code: Int, Sendable {
    case parseError = -32700
    case invalidRequest = -32600
    case methodNotFound = -32601
    case invalidParams = -32602
    case internalError = -32603
    case headerMismatch = -32020
    case missingCapability = -32021
    case unsupportedVersion = -32022
    /// Only for clients of revisions with a handshake.
    case resourceNotFound = -32002
  }

  package var code: Int
  package var message: String
  package var data: JSONValue?

  package init(_ code: Code, message: String, data: JSONValue? = nil) {
    self.code = code.rawValue
    self.message = message
    self.data = data
  }

  /// As another program sent it.
  init(json: JSONValue) {
    code = json["code"]?.integer ?? Code.internalError.rawValue
    message = json["message"]?.string ?? "no message"
    data = json["data"]
  }

  var json: JSONValue {
    var members = [JSONMember("code", value: .integer(code)), JSONMember("message", value: .string(message))]
    if let data { members.append(JSONMember("data", value: data)) }
    return .object(members)
  }

  package static func invalidParams(_ message: String) -> ProtocolFault {
    ProtocolFault(.invalidParams, message: message)
  }

  static func unknownMethod(_ method: String) -> ProtocolFault {
    ProtocolFault(.methodNotFound, message: "There is no method '\(Self.shown(method))'.")
  }

  static func unsupportedVersion(_ requested: String) -> ProtocolFault {
    ProtocolFault(
      .unsupportedVersion, message: "The protocol version '\(shown(requested))' is not spoken here.",
      data: [
        "supported": .array(ProtocolRevision.withoutHandshake.map(JSONValue.string)),
        "requested": .string(requested),
      ])
  }

  static func missing(capability: JSONValue, for what: String) -> ProtocolFault {
    ProtocolFault(
      .missingCapability, message: "\(what) needs a capability that the client did not declare.",
      data: ["requiredCapabilities": capability])
  }

  /// What was sent, short enough for a message.
  static func shown(_ text: String) -> String { text.count > 80 ? text.prefix(80) + "…" : text }
}

extension ProtocolFault: CustomStringConvertible {
  package var description: String { "\(message) (\(code))" }
}
