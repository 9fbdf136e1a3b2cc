import Basics
import Patterns

extension CELFunctions {
  static let kubernetes: [String: Function] = {
    var functions = urls
    for more in [quantities, addresses, formats] { functions.merge(more) { first, _ in first } }
    return functions
  }()

  private static func field<Subject>(
    _ name: String, of read: @escaping @Sendable (CELValue) -> Subject?,
    body: @escaping @Sendable (Subject) throws(CELError) -> CELValue
  ) -> (String, Function) {
    one(name) { value throws(CELError) in
      guard let subject = read(value) else { throw .noOverload(name) }
      return try body(subject)
    }
  }

  private static func url(_ value: CELValue) -> CELURL? { if case .url(let url) = value { url } else { nil } }

  private static let urls = table([
    text("isURL") { .bool(CELURL($0) != nil) },
    text("url") { text throws(CELError) in
      guard let url = CELURL(text) else { throw fault("no URL") }
      return .url(url)
    },
    field(".getScheme", of: url) { .string($0.scheme) },
    field(".getHost", of: url) { .string($0.host) },
    field(".getHostname", of: url) { .string($0.hostname) },
    field(".getPort", of: url) { .string($0.port) },
    field(".getEscapedPath", of: url) { .string($0.path) },
    field(".getQuery", of: url) { $0.queries },
  ])

  private static func quantity(_ value: CELValue) -> CELQuantity? {
    if case .quantity(let quantity) = value { quantity } else { nil }
  }

  private static func both(
    _ name: String, body: @escaping @Sendable (CELQuantity, CELQuantity) throws(CELError) -> CELValue
  ) -> (String, Function) {
    two(name) { first, second throws(CELError) in
      guard let left = quantity(first) else { throw .noOverload(name) }
      if case .int(let number) = second { return try body(left, CELQuantity.units(number)) }
      guard let right = quantity(second) else { throw .noOverload(name) }
      return try body(left, right)
    }
  }

  private static let quantities = table([
    text("isQuantity") { .bool(CELQuantity($0) != nil) },
    text("quantity") { text throws(CELError) in
      guard let quantity = CELQuantity(text) else { throw fault("no quantity") }
      return .quantity(quantity)
    },
    field(".isInteger", of: quantity) { .bool($0.whole != nil) },
    field(".asInteger", of: quantity) { value throws(CELError) in
      guard let whole = value.whole else { throw fault("no whole number") }
      return .int(whole)
    },
    field(".asApproximateFloat", of: quantity) { .double($0.approximate) },
    field(".sign", of: quantity) { .int(Int64($0.nanos.signum())) },
    both(".isLessThan") { .bool($0.order($1) < 0) },
    both(".isGreaterThan") { .bool($0.order($1) > 0) },
    both(".compareTo") { .int(Int64($0.order($1))) },
    both(".add") { left, right throws(CELError) in
      let (sum, overflows) = left.nanos.addingReportingOverflow(right.nanos)
      guard !overflows else { throw fault("overflow") }
      return .quantity(CELQuantity(nanos: sum))
    },
    both(".sub") { left, right throws(CELError) in
      let (sum, overflows) = left.nanos.subtractingReportingOverflow(right.nanos)
      guard !overflows else { throw fault("overflow") }
      return .quantity(CELQuantity(nanos: sum))
    },
  ])

  private static func address(_ value: CELValue) -> CELAddress? {
    if case .address(let address) = value { address } else { nil }
  }

  private static func block(_ text: String) -> (CELAddress, Int)? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let address = CELAddress(parts[0]), let prefix = Int(parts[1]),
      String(prefix) == parts[1], (0...address.length).contains(prefix)
    else { return nil }
    return (address, prefix)
  }

  private static let addresses = table([
    text("isIP") { .bool(CELAddress($0) != nil) },
    text("ip") { text throws(CELError) in
      guard let address = CELAddress(text) else { throw fault("no address") }
      return .address(address)
    },
    text("ip.isCanonical") { text throws(CELError) in
      guard let address = CELAddress(text) else { throw fault("no address") }
      return .bool(address.description == text)
    },
    field(".family", of: address) { .int($0.isSix ? 6 : 4) },
    field(".isUnspecified", of: address) { .bool($0.isUnspecified) },
    field(".isLoopback", of: address) { .bool($0.isLoopback) },
    field(".isLinkLocalMulticast", of: address) { .bool($0.isLinkLocalMulticast) },
    field(".isLinkLocalUnicast", of: address) { .bool($0.isLinkLocalUnicast) },
    field(".isGlobalUnicast", of: address) { .bool($0.isGlobalUnicast) },
    text("isCIDR") { .bool(block($0) != nil) },
    text("cidr") { text throws(CELError) in
      guard let (address, prefix) = block(text) else { throw fault("no block of addresses") }
      return .block(address, prefix: prefix)
    },
    one(".ip") { value throws(CELError) in
      guard case .block(let address, _) = value else { throw .noOverload("ip") }
      return .address(address)
    },
    one(".prefixLength") { value throws(CELError) in
      guard case .block(_, let prefix) = value else { throw .noOverload("prefixLength") }
      return .int(Int64(prefix))
    },
    one(".masked") { value throws(CELError) in
      guard case .block(let address, let prefix) = value else { throw .noOverload("masked") }
      return .block(address.masked(prefix), prefix: prefix)
    },
    two(".containsIP") { value, other throws(CELError) in
      guard case .block(let network, let prefix) = value else { throw .noOverload("containsIP") }
      var inner = address(other)
      if case .string(let text) = other { inner = CELAddress(text) }
      guard let inner else { throw fault("no address") }
      return .bool(inner.isSix == network.isSix && inner.masked(prefix) == network.masked(prefix))
    },
    two(".containsCIDR") { value, other throws(CELError) in
      guard case .block(let network, let prefix) = value else { throw .noOverload("containsCIDR") }
      var inner: (CELAddress, Int)?
      if case .string(let text) = other { inner = block(text) }
      if case .block(let address, let length) = other { inner = (address, length) }
      guard let (address, length) = inner else { throw fault("no block of addresses") }
      return .bool(
        address.isSix == network.isSix && length >= prefix && address.masked(prefix) == network.masked(prefix)
      )
    },
  ])

  /// Patterns of names by the name of the format, with the most characters.
  private static let names: [String: (pattern: String, longest: Int)] = [
    "dns1123Label": ("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$", 63),
    "dns1123Subdomain": ("^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$", 253),
    "dns1035Label": ("^[a-z]([-a-z0-9]*[a-z0-9])?$", 63),
    "labelValue": ("^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$", 63),
    "qualifiedName": (
      "^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]$",
      317
    ),
    "uuid": ("^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$", 36),
  ]

  private static let formats: [String: Function] = {
    var functions = table([
      text("format.named") { .optional(names[$0] == nil ? nil : .format($0)) },
      two(".validate") { value, other throws(CELError) in
        guard case .format(let name) = value, case .string(let text) = other, let known = names[name] else {
          throw .noOverload("validate")
        }
        let form = try pattern(known.pattern)
        let isRight = text.unicodeScalars.count <= known.longest && form.matches(text)
        return .optional(isRight ? nil : .list([.string("'\(text)' is no \(name)")]))
      },
    ])
    for name in names.keys { functions["format.\(name)"] = constant(.format(name)) }
    return functions
  }()
}
