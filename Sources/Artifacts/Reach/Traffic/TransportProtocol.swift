/// What carries traffic to a port.
package enum TransportProtocol: String, CaseIterable, Hashable, Sendable, Codable {
  case sctp = "SCTP"
  case tcp = "TCP"
  case udp = "UDP"
}
