/// What a plan opens and closes between machines and to the internet, by the networks' own rules.
package struct NetworkAppraisal: Sendable, Hashable, Codable {
  /// One way that is new or gone.
  package struct Way: Sendable, Hashable, Codable {
    /// A resource, `the internet`, or ranges of addresses.
    package var from: String
    package var to: String
    /// `TCP 443`, `all`.
    package var traffic: String
    /// How many addresses of the internet are at its beginning; zero where a resource is.
    package var addresses: Int

    package init(from: String, to: String, traffic: String, addresses: Int) {
      self.from = from
      self.to = to
      self.traffic = traffic
      self.addresses = addresses
    }
  }

  package var opened: [Way]
  package var closed: [Way]
  /// What is not known of it, in full sentences: a way that is not listed may be there.
  package var unknown: [String]

  package init(opened: [Way], closed: [Way], unknown: [String]) {
    self.opened = opened
    self.closed = closed
    self.unknown = unknown
  }

  /// From so many addresses on something is open to the world, however the rules split them: a block of 8 bits, some 16.8 million.
  static let worldwide = 1 << 24

  /// What becomes reachable from so much of the internet that two people have to want it; by resource.
  var exposures: [Risk] {
    let targets = Dictionary(grouping: opened.filter { $0.addresses > 0 }, by: \.to)
    return targets.sorted { $0.key < $1.key }.compactMap { target, ways in
      guard ways.reduce(0, { $0 + $1.addresses }) >= Self.worldwide else { return nil }
      let traffic = Set(ways.filter { $0.addresses >= Self.worldwide }.map(\.traffic)).sorted()
      let named = traffic.isEmpty ? "parts of it" : traffic.joined(separator: "; ")
      return Risk(.exposure, address: target, reason: "can be reached from the internet: \(named)")
    }
  }
}
