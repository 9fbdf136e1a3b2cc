import Basics

/// The other end as one request shows it.
package struct ContextPeer: Sendable {
  package let caller: ContextCaller
  package let revision: ProtocolRevision
  package let client: ClientCapabilities
  /// The least grave log message it wants; nil for none.
  package let logLevel: LoggingLevel?
  /// Sends what belongs to this request.
  package let notify: @Sendable (JSONValue) -> Void
  /// Asks the client by a request of our own, which only revisions with a handshake allow; nil elsewhere.
  package let request: (@Sendable (String, JSONValue) async throws -> JSONValue)?

  /// A client that says with every request what it is.
  /// - Throws: the fault for what the request does not say or says wrongly.
  package init(
    stateless request: RemoteRequest, caller: ContextCaller, notify: @escaping @Sendable (JSONValue) -> Void
  ) throws(ProtocolFault) {
    guard let meta = request.meta, meta.object != nil, let version = meta[MetaKey.protocolVersion]?.string
    else {
      throw .invalidParams("'_meta' has to say \(MetaKey.protocolVersion) and \(MetaKey.clientCapabilities).")
    }
    guard let revision = ProtocolRevision(rawValue: version), !revision.hasHandshake else {
      throw .unsupportedVersion(version)
    }
    guard let capabilities = meta[MetaKey.clientCapabilities], capabilities.object != nil else {
      throw .invalidParams("'_meta' has to say \(MetaKey.clientCapabilities), an object.")
    }
    var level: LoggingLevel?
    if let word = meta[MetaKey.logLevel] {
      guard let known = word.string.flatMap(LoggingLevel.init) else {
        throw .invalidParams("'\(MetaKey.logLevel)' is no log level.")
      }
      level = known
    }
    self.caller = caller
    self.revision = revision
    client = ClientCapabilities(capabilities)
    logLevel = level
    self.notify = notify
    self.request = nil
  }

  /// A client that shook hands.
  package init(
    session: HandshakeSession, caller: ContextCaller, notify: @escaping @Sendable (JSONValue) -> Void,
    request: @escaping @Sendable (String, JSONValue) async throws -> JSONValue
  ) {
    self.caller = caller
    revision = session.revision
    client = session.client
    logLevel = session.logLevel
    self.notify = notify
    self.request = request
  }
}
