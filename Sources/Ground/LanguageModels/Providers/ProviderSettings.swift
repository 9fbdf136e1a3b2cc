import CurlHTTP

/// How a provider is reached and what it allows.
package struct ProviderSettings: Hashable, Sendable {
  /// As in `provider/model`.
  package var name: String
  package var wire: WireKind
  /// Without the path of the protocol; may have a query (`?api-version=…`), which stays at the end, and `{model}` where
  /// the model's name belongs.
  package let baseAddress: String
  package var key: APIKey?
  /// What prints the key where none is set.
  package var keyCommand: KeyCommand?
  /// What signs requests to Amazon that carry no key.
  package var credentials: AWSCredentials?
  /// The header that carries the key; nil for the protocol's own.
  package var keyHeader: String?
  /// What stands before the key in `keyHeader`.
  package var keyPrefix: String
  /// What OpenAI's protocol calls the longest answer: OpenAI has retired `max_tokens`, and the servers that imitate it know
  /// no other name.
  package var limitParameter: String
  package var headers: [HTTPHeader]
  package var timeouts: HTTPTimeouts
  package var limits: ProviderLimits
  package var retries: RetryPolicy

  package init(
    name: String, wire: WireKind, baseAddress: String, key: APIKey? = nil, keyCommand: KeyCommand? = nil,
    credentials: AWSCredentials? = nil, keyHeader: String? = nil, keyPrefix: String = "",
    limitParameter: String? = nil, headers: [HTTPHeader] = [], timeouts: HTTPTimeouts = HTTPTimeouts(),
    limits: ProviderLimits = ProviderLimits(), retries: RetryPolicy = RetryPolicy()
  ) {
    self.name = name
    self.wire = wire
    self.baseAddress = baseAddress
    self.limitParameter =
      limitParameter
      ?? (HTTPRequest.origin(of: baseAddress) == "https://api.openai.com"
        ? "max_completion_tokens" : "max_tokens")
    self.key = key
    self.keyCommand = keyCommand
    self.credentials = credentials
    self.keyHeader = keyHeader
    self.keyPrefix = keyPrefix
    self.headers = headers
    self.timeouts = timeouts
    self.limits = limits
    self.retries = retries
  }

  /// The address of a path below the base.
  /// - Parameter model: what stands for `{model}` in the base.
  package func address(_ path: String, model: String = "") -> String {
    let address = baseAddress.replacing("{model}", with: AddressSegment.encoded(model))
    let query = address.firstIndex(of: "?") ?? address.endIndex
    var base = address[..<query]
    while base.hasSuffix("/") { base.removeLast() }
    let rest = String(address[query...])
    return base + path + (path.contains("?") ? rest.replacing("?", with: "&") : rest)
  }

  /// The protocol's headers, with the key in its place.
  func headers(_ key: APIKey?) -> [HTTPHeader] {
    let wire = wire.wire
    let (header, prefix) = keyHeader.map { ($0, keyPrefix) } ?? wire.keyPlacement
    return wire.headers + (key.map { [HTTPHeader(header, value: $0.header(prefix))] } ?? []) + headers
  }

  /// Amazon's region, as the address names it after the service's name; nil where it names none.
  var region: String? {
    let labels: [Substring] = origin.split(whereSeparator: { "/.:".contains($0) })
    guard let service = labels.firstIndex(where: { $0.hasPrefix("bedrock") }), service + 1 < labels.count
    else { return nil }
    return String(labels[service + 1])
  }

  /// Scheme, host and port of the address.
  package var origin: String { HTTPRequest.origin(of: baseAddress) }

  /// Whether the address is this machine's own.
  package var isLocal: Bool { Self.isLocal(baseAddress) }

  /// Whether an address is this machine's own.
  package static func isLocal(_ address: String) -> Bool {
    let origin = HTTPRequest.origin(of: address)
    let host = origin.firstRange(of: "://").map { origin[$0.upperBound...] } ?? origin[...]
    return ["127.", "localhost", "[::1]"].contains { host.hasPrefix($0) }
  }
}
