import HCL
import ResourceGraph

/// The resources as the advice so far would leave them. Looking something up costs the same however many there are.
struct WorkingGraph: Sendable {
  /// As it was in the beginning.
  let base: ResourceGraph
  private var changed: [String: Resource] = [:]
  private var removed: Set<String> = []
  private var added: [String: [Resource]] = [:]
  private var addedByAddress: [String: Resource] = [:]
  /// By the address of what they name.
  private var addedByTarget: [String: [Resource]] = [:]
  /// Addresses of the instances of a block.
  private let instances: [String: [String]]
  /// No more than these are looked at around one resource.
  private static let width = 64

  init(_ base: ResourceGraph) {
    self.base = base
    instances = Dictionary(grouping: base.resources, by: \.blockAddress).mapValues { $0.map(\.address) }
  }

  /// The resource as it is now; nil where it is gone or never was.
  subscript(address: String) -> Resource? {
    if removed.contains(address) { return nil }
    return changed[address] ?? base[address] ?? addedByAddress[address]
  }

  /// The resources of a type as they are now, those that were added last. Data sources are not among them.
  func resources(ofType type: String) -> [Resource] {
    let kept = base.resources(ofType: type).compactMap { resource -> Resource? in
      guard resource.kind != .configuration, resource.kind != .data || resource.export != nil else {
        return nil
      }
      return removed.contains(resource.address) ? nil : changed[resource.address] ?? resource
    }
    return kept + (added[type] ?? [])
  }

  /// What earlier advice added that names a resource.
  func added(naming resource: Resource) -> [Resource] { addedByTarget[resource.blockAddress] ?? [] }

  /// Every instance that the block of an address makes.
  func instances(of block: String) -> [String] { (instances[block] ?? []).filter { !removed.contains($0) } }

  /// The resources around some: what names them, what names that, and what all of these name. A price, a policy or a
  /// review of the middle depends on nothing further away.
  func neighbourhood(of addresses: [String]) -> [Resource] {
    var seen: Set<String> = []
    var found: [Resource] = []
    func visit(_ candidates: [Resource]) -> [Resource] {
      let new = candidates.filter { seen.insert($0.address).inserted }
      found += new
      return new
    }
    var ring = visit(addresses.compactMap { self[$0] })
    for _ in 0..<2 {
      ring = visit(ring.flatMap { referrers(of: $0).prefix(Self.width) })
    }
    ring = found
    for _ in 0..<2 {
      ring = visit(ring.flatMap { resource in targets(of: resource).prefix(Self.width) })
    }
    return found
  }

  private func referrers(of resource: Resource) -> [Resource] {
    let kept = base.referrers(of: resource).compactMap { $0.kind == .configuration ? nil : self[$0.address] }
    return kept + added(naming: resource)
  }

  private func targets(of resource: Resource) -> [Resource] {
    base.targets(of: resource).sorted().flatMap { target in
      (instances[target] ?? []).prefix(Self.width).compactMap { self[$0] }
    }
  }

  /// Takes a change for good.
  mutating func apply(_ change: GraphChange) {
    for (address, resource) in change.resources {
      if let resource {
        changed[address] = resource
      } else {
        changed[address] = nil
        removed.insert(address)
      }
    }
    for resource in change.added {
      added[resource.type, default: []].append(resource)
      addedByAddress[resource.address] = resource
      for target in Set(resource.references.map(\.target)) {
        addedByTarget[target, default: []].append(resource)
      }
    }
  }
}
