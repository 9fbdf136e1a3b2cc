import CurlHTTP

/// How a provider is reached and what it allows.
package struct ProviderSettings: Hashable, Sendable {
  /// As in `provider/model`.
  package var name: String
  package var wire: WireKind
  /// Without the path of the protocol; may have a query (`?api-version=…`), which stays at the end.
  package let baseAddress: String
  /// Whether the address is OpenAI's own.
  let isOpenAI: Bool
  package var key: APIKey?
  /// The header that carries the key as it is; nil for the protocol's own.
  package var keyHeader: String?
  package var headers: [HTTPHeader]
  package var timeouts: HTTPTimeouts
  package var limits: ProviderLimits
  package var retries: RetryPolicy

  package init(
    name: String, wire: WireKind, baseAddress: String, key: APIKey? = nil, keyHeader: String? = nil,
    headers: [HTTPHeader] = [], timeouts: HTTPTimeouts = HTTPTimeouts(),
    limits: ProviderLimits = ProviderLimits(), retries: RetryPolicy = RetryPolicy()
  ) {
    self.name = name
    self.wire = wire
    self.baseAddress = baseAddress
    isOpenAI = baseAddress.contains("api.openai.com")
    self.key = key
    self.keyHeader = keyHeader
    self.headers = headers
    self.timeouts = timeouts
    self.limits = limits
    self.retries = retries
  }

  /// The address of a path below the base.
  package func address(_ path: String) -> String {
    let query = baseAddress.firstIndex(of: "?") ?? baseAddress.endIndex
    var base = baseAddress[..<query]
    while base.hasSuffix("/") { base.removeLast() }
    return base + path + baseAddress[query...]
  }

  /// Scheme, host and port of the address.
  package var origin: String { HTTPRequest.origin(of: baseAddress) }

  /// Whether the address is this machine's own.
  package var isLocal: Bool {
    let host = origin.firstRange(of: "://").map { origin[$0.upperBound...] } ?? origin[...]
    return ["127.", "localhost", "[::1]"].contains { host.hasPrefix($0) }
  }
}
