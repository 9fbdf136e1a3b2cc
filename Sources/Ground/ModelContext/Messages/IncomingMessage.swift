import Basics

/// One message of the other end, by its kind.
package enum IncomingMessage: Sendable {
  case request(RemoteRequest)
  case notification(method: String, params: JSONValue)
  case response(id: RequestID, Result<JSONValue, ProtocolFault>)
  /// What is none of these, and the id to answer under where one could be read.
  case invalid(id: RequestID?, ProtocolFault)

  /// The longest message that is read, in bytes.
  package static let longest = 4 << 20

  /// Objects inside objects: deeper ones are refused before they are read.
  static let deepest = 64

  package init(_ bytes: [UInt8]) {
    guard bytes.count <= Self.longest else {
      self = .invalid(
        id: nil,
        ProtocolFault(.invalidRequest, message: "The message is longer than \(Self.longest) bytes."))
      return
    }
    do {
      self.init(try JSONValue(parsing: bytes, maximumDepth: Self.deepest))
    } catch {
      self = .invalid(id: nil, ProtocolFault(.parseError, message: "The message is not JSON: \(error)"))
    }
  }

  init(_ json: JSONValue) {
    guard case .object = json else {
      let what = json.array == nil ? "no object" : "a batch, and each message is sent by itself"
      self = .invalid(id: nil, ProtocolFault(.invalidRequest, message: "The message is \(what)."))
      return
    }
    let id = RequestID(json["id"])
    func invalid(_ message: String) -> IncomingMessage {
      .invalid(id: id, ProtocolFault(.invalidRequest, message: message))
    }
    guard json["jsonrpc"]?.string == "2.0" else {
      self = invalid("'jsonrpc' has to be \"2.0\".")
      return
    }
    guard let method = json["method"] else {
      self = Self.response(json, id: id) ?? invalid("A message has 'method', or 'result' or 'error'.")
      return
    }
    guard let name = method.string else {
      self = invalid("'method' has to be a text.")
      return
    }
    let params = json["params"] ?? .object([])
    guard params.object != nil else {
      self = .invalid(id: id, ProtocolFault(.invalidParams, message: "'params' has to be an object."))
      return
    }
    if json["id"] == nil {
      self = .notification(method: name, params: params)
    } else if let id {
      self = .request(RemoteRequest(id: id, method: name, params: params))
    } else {
      self = invalid("'id' has to be a text or a whole number.")
    }
  }

  private static func response(_ json: JSONValue, id: RequestID?) -> IncomingMessage? {
    guard let id else { return nil }
    if let result = json["result"], json["error"] == nil { return .response(id: id, .success(result)) }
    guard let error = json["error"], json["result"] == nil else { return nil }
    return .response(id: id, .failure(ProtocolFault(json: error)))
  }
}
