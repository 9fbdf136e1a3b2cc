/// What gets from one end to the other, and why.
package struct Connection: Hashable, Sendable {
  /// The network it goes over; a workload may be in several.
  package var network: String
  package var from: Endpoint
  package var to: Endpoint
  /// Empty where nothing gets through.
  package var traffic: Traffic
  /// Every decision on the way, in order.
  package var via: [Hop]

  package init(network: String, from: Endpoint, to: Endpoint, traffic: Traffic, via: [Hop]) {
    self.network = network
    self.from = from
    self.to = to
    self.traffic = traffic
    self.via = via
  }
}
