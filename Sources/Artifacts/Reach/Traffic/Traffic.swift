/// Which ports of which protocols: what a rule allows, and what gets from one end to the other.
package struct Traffic: Hashable, Sendable {
  private var sctp: PortSet
  private var tcp: PortSet
  private var udp: PortSet

  package static let none = Traffic(sctp: .none, tcp: .none, udp: .none)
  package static let all = Traffic(sctp: .all, tcp: .all, udp: .all)

  private init(sctp: PortSet, tcp: PortSet, udp: PortSet) {
    self.sctp = sctp
    self.tcp = tcp
    self.udp = udp
  }

  package init(_ transport: TransportProtocol, ports: PortSet) {
    self = .none
    self[transport] = ports
  }

  package subscript(transport: TransportProtocol) -> PortSet {
    get {
      switch transport {
      case .sctp: sctp
      case .tcp: tcp
      case .udp: udp
      }
    }
    set {
      switch transport {
      case .sctp: sctp = newValue
      case .tcp: tcp = newValue
      case .udp: udp = newValue
      }
    }
  }

  package var isEmpty: Bool { sctp.isEmpty && tcp.isEmpty && udp.isEmpty }
  package var isAll: Bool { self == .all }

  package func union(_ other: Traffic) -> Traffic {
    Traffic(sctp: sctp.union(other.sctp), tcp: tcp.union(other.tcp), udp: udp.union(other.udp))
  }

  package func intersection(_ other: Traffic) -> Traffic {
    Traffic(
      sctp: sctp.intersection(other.sctp), tcp: tcp.intersection(other.tcp), udp: udp.intersection(other.udp))
  }

  package func subtracting(_ other: Traffic) -> Traffic {
    Traffic(
      sctp: sctp.subtracting(other.sctp), tcp: tcp.subtracting(other.tcp), udp: udp.subtracting(other.udp))
  }

  /// The same ports, whatever carries them.
  package static func port(_ number: Int) -> Traffic {
    let ports = PortSet(from: number, to: number)
    return Traffic(sctp: ports, tcp: ports, udp: ports)
  }
}

extension Traffic: CustomStringConvertible {
  /// `all`, `nothing`, or `TCP 80,443, UDP 53`.
  package var description: String {
    if isAll { return "all" }
    let parts = TransportProtocol.allCases.filter { !self[$0].isEmpty }.map { "\($0.rawValue) \(self[$0])" }
    return parts.isEmpty ? "nothing" : parts.joined(separator: ", ")
  }
}
