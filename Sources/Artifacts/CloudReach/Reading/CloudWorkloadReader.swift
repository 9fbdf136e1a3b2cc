import HCL
import Reach
import ResourceGraph

/// Reads what stands in the subnets of a configuration, with its groups, its addresses and what it listens to.
struct CloudWorkloadReader {
  let lookup: ConfigurationLookup
  let book: NetworkBook
  let subnets: [String: CloudSubnet]
  private(set) var notes: [String] = []
  /// Addresses of resources that something gives an address of the internet.
  private let addressed: Set<String>
  /// Ports by the address of what listens there.
  private let listeners: [String: PortSet]

  init(lookup: ConfigurationLookup, book: NetworkBook, subnets: [String: CloudSubnet]) {
    self.lookup = lookup
    self.book = book
    self.subnets = subnets
    addressed = Set(
      lookup.managed(book.addresses).flatMap { lookup.resources(at: $1, of: $0) }.map(\.address))
    var listeners: [String: PortSet] = [:]
    for (resource, entry) in lookup.managed(book.listeners) {
      let ports = entry["port"].map { lookup.integers($0, of: resource) } ?? []
      for owner in lookup.resources(at: entry["of"], of: resource) {
        listeners[owner.address] = ports.reduce(listeners[owner.address] ?? .none) {
          $0.union(PortSet(from: $1, to: $1))
        }
      }
    }
    self.listeners = listeners
  }

  /// In the order of the files; copies that stand alike are one.
  mutating func workloads() -> [CloudWorkload] {
    var found: [CloudWorkload] = []
    var seen: Set<CloudWorkload> = []
    for resource in lookup.graph.resources where resource.kind == .managed {
      guard let type = book.workloads[resource.type],
        type.needs.map({ lookup.isSet($0, of: resource) }) ?? true
      else { continue }
      guard let place = place(of: resource, type: type) else { continue }
      let workload = CloudWorkload(name: resource.blockAddress, place: place)
      if seen.insert(workload).inserted { found.append(workload) }
    }
    return found
  }

  /// Nil for what is in no network of the files, which a note says.
  private mutating func place(of resource: Resource, type: WorkloadType) -> CloudPlace? {
    let found = type.subnets.map { lookup.resources($0, of: resource) }
    let own = found.flatMap(\.resources).compactMap { subnets[$0.address] }
    guard !own.isEmpty else {
      notes.append(
        "Which subnets \(resource.address) stands in is not in the files, so who reaches it is not here.")
      return nil
    }
    let groups = type.groups.map { lookup.resources($0, of: resource) }
    if groups.contains(where: \.isOpen) {
      notes.append(
        "\(resource.address) has groups that are not among the files; what these let through is not here.")
    }
    var names = Set(groups.flatMap(\.resources).map(\.address))
    let hasNone = names.isEmpty && !groups.contains(where: \.isOpen)
    if hasNone, type.openWithoutGroups != true { names = Set(own.map { CloudGroups.usual(of: $0.network) }) }
    if !hasNone, names.isEmpty { names = ["groups outside of the files"] }
    return CloudPlace(
      subnets: own, groups: names, hasAddress: hasAddress(resource, type: type, subnets: own),
      listens: listens(resource, type: type))
  }

  private mutating func hasAddress(
    _ resource: Resource, type: WorkloadType, subnets: [CloudSubnet]
  ) -> Bool {
    if addressed.contains(resource.address) { return true }
    if let hidden = type.hidden, let value = lookup.values(hidden, of: resource).first {
      if value.isUnknown { notes.append(Self.open(resource)) }
      return value != .bool(true)
    }
    if let path = type.address, let value = lookup.values(path, of: resource).first {
      if value.isUnknown { notes.append(Self.open(resource)) }
      return value == .bool(true) || value.text == "true"
    }
    if type.subnetGives == true { return subnets.contains(where: \.givesAddresses) }
    return type.hasAddress ?? false
  }

  private static func open(_ resource: Resource) -> String {
    "Whether \(resource.address) has an address of the internet is known only when it is applied; it counts as having none."
  }

  private mutating func listens(_ resource: Resource, type: WorkloadType) -> Traffic {
    func tcp(_ port: Int) -> Traffic { Traffic(.tcp, ports: PortSet(from: port, to: port)) }
    switch type.listens {
    case .never: return .none
    case .listeners:
      let ports = listeners[resource.address] ?? .none
      return Traffic(.tcp, ports: ports).union(Traffic(.udp, ports: ports))
    case nil: break
    }
    if let path = type.portsIn {
      return lookup.integers(path, of: resource).reduce(.none) { $0.union(tcp($1)) }
    }
    if let port = type.port.flatMap({ lookup.integers($0, of: resource).first }) { return tcp(port) }
    if let ports = type.ports, let engine = resource.attributes["engine"]?.text, let port = ports[engine] {
      return tcp(port)
    }
    return type.usualPort.map(tcp) ?? .all
  }
}
