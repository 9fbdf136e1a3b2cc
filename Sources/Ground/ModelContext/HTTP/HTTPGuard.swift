import Basics
import HTTPServing

/// Who may ask over HTTP, and from where: the host and the origin of a request, and the secret it brings.
package struct HTTPGuard: Sendable {
  /// What a caller with a secret is known by.
  package struct Access: Sendable {
    package var caller: ContextCaller
    /// SHA-256 of the secret, in hexadecimal; the secret itself is kept nowhere.
    package var digest: String

    package init(caller: ContextCaller, digest: String) {
      self.caller = caller
      self.digest = digest
    }
  }

  /// What a request may name as its host: names with port, in small letters.
  let hosts: Set<String>
  /// Origins of pages that may ask; none by default.
  let origins: Set<String>
  /// Who may ask with a secret; empty where everybody on this machine may.
  let accesses: [Access]
  /// Who asks where no secret is needed.
  let local: ContextCaller?
  private let digest: @Sendable (String) -> String

  /// - Parameters:
  ///   - local: who asks where no secret is needed; nil where one always is.
  ///   - digest: the SHA-256 of a secret, in hexadecimal.
  package init(
    hosts: Set<String>, origins: Set<String>, accesses: [Access], local: ContextCaller?,
    digest: @escaping @Sendable (String) -> String
  ) {
    self.hosts = Set(hosts.map { $0.lowercased() })
    self.origins = Set(origins.map { $0.lowercased() })
    self.accesses = accesses
    self.local = local
    self.digest = digest
  }

  /// Nil where a page of another site asks through somebody's browser, by its own name or by one that leads here.
  func refusal(of arrival: HTTPArrival) -> HTTPReply? {
    guard let host = arrival["host"]?.lowercased(), hosts.contains(host) else {
      return .fault(
        421, as: ProtocolFault(.invalidRequest, message: "This server is not asked under that name."))
    }
    if let origin = arrival["origin"]?.lowercased(), !origins.contains(origin) {
      return .fault(
        403, as: ProtocolFault(.invalidRequest, message: "Pages of this origin may not ask here."))
    }
    return nil
  }

  /// Who asks; nil where the secret is missing or nobody's.
  func caller(of arrival: HTTPArrival) -> ContextCaller? {
    if accesses.isEmpty { return local }
    guard let header = arrival["authorization"], header.lowercased().hasPrefix("bearer ") else { return nil }
    let digest = digest(String(header.dropFirst("bearer ".count)))
    // Digests are compared, so how long it takes tells nothing of the secret.
    return accesses.first { $0.digest == digest }?.caller
  }

  /// The scopes that there are, sorted.
  var scopes: [String] {
    Set(accesses.flatMap(\.caller.scopes) + (local.map { Array($0.scopes) } ?? [])).sorted()
  }
}

extension HTTPReply {
  /// A fault of the protocol with a status of HTTP.
  static func fault(
    _ status: Int, as fault: ProtocolFault, for id: RequestID? = nil,
    headers: [(name: String, value: String)] = []
  ) -> HTTPReply {
    json(OutgoingMessage.fault(fault, for: id), status: status, headers: headers)
  }

  static func json(
    _ message: JSONValue, status: Int = 200, headers: [(name: String, value: String)] = []
  ) -> HTTPReply {
    HTTPReply(
      status: status,
      headers: [("content-type", "application/json"), ("cache-control", "no-store")] + headers,
      body: .bytes(message.compactBytes))
  }
}
