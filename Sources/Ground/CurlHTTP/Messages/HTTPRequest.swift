/// One request.
package struct HTTPRequest: Sendable {
  package enum Method: String, Sendable {
    case get = "GET"
    case post = "POST"
  }

  package var method: Method
  /// Absolute, with the scheme http or https.
  package var address: String
  package var headers: [HTTPHeader]
  package var body: [UInt8]
  package var timeouts: HTTPTimeouts
  /// The longest body of an answer that is taken, in bytes.
  package var maximumAnswer: Int

  package init(
    _ method: Method = .get, address: String, headers: [HTTPHeader] = [], body: [UInt8] = [],
    timeouts: HTTPTimeouts = HTTPTimeouts(), maximumAnswer: Int = 16 << 20
  ) {
    self.method = method
    self.address = address
    self.headers = headers
    self.body = body
    self.timeouts = timeouts
    self.maximumAnswer = maximumAnswer
  }

  /// Scheme, host and port, for messages: what else an address holds may be a secret.
  package var origin: String { Self.origin(of: address) }

  package static func origin(of address: String) -> String {
    guard let scheme = address.firstRange(of: "://") else { return "an address without a scheme" }
    let authority = address[scheme.upperBound...].prefix { !"/?#".contains($0) }
    let host = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? authority
    return "\(address[..<scheme.lowerBound])://\(host)"
  }
}
