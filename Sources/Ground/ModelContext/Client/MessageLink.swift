import Basics

/// What carries requests to one server and brings their responses.
package protocol MessageLink: Sendable {
  /// Sends a request and waits for its response.
  /// - Parameters:
  ///   - request: a whole message with an id of its own.
  ///   - tool: what is known of the tool that is called; nil for other requests.
  /// - Throws: `ModelContextError` where there is no response in time, or none that can be read.
  func exchange(_ request: RemoteRequest, tool: RemoteTool?, within limit: Duration) async throws
    -> Result<JSONValue, ProtocolFault>

  /// Sends what has no response.
  func notify(_ method: String, params: JSONValue) async throws

  /// Says what was agreed on; from now on it stands in every message's frame.
  func agree(on revision: ProtocolRevision)
}
