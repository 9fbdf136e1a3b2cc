/// Which pairs of ends are asked for.
package struct ReachFilter: Sendable {
  /// Nil for every end.
  package var from: String?
  package var to: String?
  /// Whether what may run in the network and is not among the files counts as an end, too.
  package var includesUnknown: Bool

  package init(from: String? = nil, to: String? = nil, includesUnknown: Bool = false) {
    self.from = from
    self.to = to
    self.includesUnknown = includesUnknown
  }

  package func admits(from end: Endpoint) -> Bool { Self.admits(end, name: from) }
  package func admits(to end: Endpoint) -> Bool { Self.admits(end, name: to) }

  /// A name may be the whole, its end (`shop/web`, `web`), or an address or block that lies in a range of addresses.
  private static func admits(_ end: Endpoint, name: String?) -> Bool {
    guard let name else { return true }
    if end.name == name || end.name.hasSuffix("/\(name)") || end.name.hasSuffix(".\(name)") { return true }
    guard end.kind == .addresses, let block = AddressRange(block: name) else { return false }
    return AddressRange(span: end.name)?.overlaps(block) ?? false
  }
}
