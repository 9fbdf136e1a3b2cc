import Basics

/// A request of the other end.
package struct RemoteRequest: Sendable {
  package var id: RequestID
  package var method: String
  /// An object; empty where the message had none.
  package var params: JSONValue

  package init(id: RequestID, method: String, params: JSONValue) {
    self.id = id
    self.method = method
    self.params = params
  }

  var meta: JSONValue? { params["_meta"] }

  /// What names the thing that the request is about, where its kind has one; mirrored in a header over HTTP.
  package var subject: String? {
    switch method {
    case "tools/call", "prompts/get": params["name"]?.string
    case "resources/read": params["uri"]?.string
    case "tasks/get", "tasks/update", "tasks/cancel": params["taskId"]?.string
    default: nil
    }
  }

  /// A text parameter that has to be there.
  func text(_ key: String) throws(ProtocolFault) -> String {
    guard let text = params[key]?.string else { throw .invalidParams("'\(key)' has to be a text.") }
    return text
  }
}
