import Basics

/// Messages as they are sent.
package enum OutgoingMessage {
  package static func request(_ id: RequestID, method: String, params: JSONValue) -> JSONValue {
    ["jsonrpc": "2.0", "id": id.json, "method": .string(method), "params": params]
  }

  package static func notification(_ method: String, params: JSONValue) -> JSONValue {
    ["jsonrpc": "2.0", "method": .string(method), "params": params]
  }

  package static func result(_ result: JSONValue, for id: RequestID) -> JSONValue {
    ["jsonrpc": "2.0", "id": id.json, "result": result]
  }

  /// - Parameter id: nil where the message could not be read so far; then the response has none.
  package static func fault(_ fault: ProtocolFault, for id: RequestID?) -> JSONValue {
    guard let id else { return ["jsonrpc": "2.0", "error": fault.json] }
    return ["jsonrpc": "2.0", "id": id.json, "error": fault.json]
  }
}
