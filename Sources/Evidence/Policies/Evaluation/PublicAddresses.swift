import HCL

/// Whether a block of addresses, or one of a list of them, reaches the whole internet.
enum PublicAddresses {
  static func contains(_ value: Value) -> Value {
    switch value {
    case .unknown: return .unknown
    case .list(let items):
      let results = items.map(contains)
      if results.contains(.bool(true)) { return .bool(true) }
      return results.contains(.unknown) ? .unknown : .bool(false)
    default:
      // Half of the internet is not a restriction either.
      guard let text = value.text, let block = AddressBlock(text) else { return .bool(false) }
      return .bool(block.prefix <= 1)
    }
  }
}
