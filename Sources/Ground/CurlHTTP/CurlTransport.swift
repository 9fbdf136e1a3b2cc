import Basics

/// HTTP over libcurl: one thread drives every transfer of the program; callers wait without one.
///
/// Connections are kept and used again, HTTP/2 is used where a server over TLS has it. The proxy comes from the usual
/// variables (`https_proxy`, `http_proxy`, `no_proxy`…), which libcurl reads itself; a certificate authority of one's
/// own from `CURL_CA_BUNDLE`, `SSL_CERT_FILE` or `SSL_CERT_DIR`. Redirects are not followed: keys must not follow them.
package final class CurlTransport: HTTPTransport {
  /// The one that the program uses.
  package static let shared = CurlTransport()

  private let mailbox: CurlMailbox
  private let trust: TrustedAuthorities

  package init(environment: [String: String] = ProcessEnvironment.current) {
    mailbox = CurlMailbox()
    trust = TrustedAuthorities(environment: environment)
    CurlThread.start(mailbox: mailbox)
  }

  deinit {
    mailbox.post(.stop)
  }

  package func open(_ request: HTTPRequest) async throws(HTTPError) -> HTTPStream {
    let transfer = try begin(request, collects: false)
    let lease = TransferLease(transfer: transfer, mailbox: mailbox)
    let head = try await lease.head()
    return HTTPStream(head: head) { () async throws(HTTPError) -> [UInt8]? in try await lease.chunk() }
  }

  package func exchange(_ request: HTTPRequest) async throws(HTTPError) -> HTTPResponse {
    let transfer = try begin(request, collects: true)
    let lease = TransferLease(transfer: transfer, mailbox: mailbox)
    let head = try await lease.end()
    return HTTPResponse(head: head, body: transfer.takeCollected())
  }

  private func begin(_ request: HTTPRequest, collects: Bool) throws(HTTPError) -> Transfer {
    guard request.address.hasPrefix("https://") || request.address.hasPrefix("http://") else {
      throw HTTPError(
        .badAddress, summary: "Not an address",
        detail: "An address begins with https:// or http://; this one is for \(request.origin).")
    }
    guard request.headers.allSatisfy(\.isSound) else {
      throw HTTPError(
        .badAddress, summary: "Not a header",
        detail: "A header for \(request.origin) has a name or value with characters that no header may have.")
    }
    let transfer = Transfer(request: request, trust: trust, collects: collects)
    mailbox.post(.start(transfer))
    return transfer
  }
}
