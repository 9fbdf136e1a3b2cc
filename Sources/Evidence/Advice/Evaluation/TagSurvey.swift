import HCL
import ResourceGraph

/// Looks for what costs something and does not say whose it is.
struct TagSurvey: Sendable {
  let working: WorkingGraph
  let costs: [String: Double]
  let defaults: [String: Value]
  private static let shown = 5

  /// `count`, `monthly` and the dearest `addresses` of what has none of the tags, whatever their case.
  func untagged(_ keys: [String]) -> Value {
    let wanted = Set(keys.map { $0.lowercased() })
    if defaults.keys.contains(where: { wanted.contains($0.lowercased()) }) { return result([]) }
    let bare = working.base.resources.compactMap { resource -> (address: String, cost: Double)? in
      guard resource.kind == .managed, let cost = costs[resource.address], cost > 0,
        working[resource.address] != nil,
        !names(of: resource).contains(where: { wanted.contains($0.lowercased()) })
      else { return nil }
      return (resource.address, cost)
    }
    return result(bare.sorted { ($1.cost, $0.address) < ($0.cost, $1.address) })
  }

  private func names(of resource: Resource) -> [String] {
    ["tags", "tags_all", "tag"].flatMap { name -> [String] in
      switch resource.attributes[name] {
      case .object(let members)?: Array(members.keys)
      case .list(let blocks)?: blocks.compactMap { $0["key"]?.text }
      // Tags that are not known may be the ones.
      case .unknown?: ["owner"]
      default: []
      }
    }
  }

  private func result(_ bare: [(address: String, cost: Double)]) -> Value {
    .object([
      "count": .number(Double(bare.count)), "monthly": .number(bare.reduce(0) { $0 + $1.cost }),
      "addresses": .list(bare.prefix(Self.shown).map { .string($0.address) }),
    ])
  }
}
