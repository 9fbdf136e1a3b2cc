import Basics
import Clouds
import ResourceGraph
import StrictYAML

/// What of a cloud's resources makes its networks: `network.yaml` of its pack, whose comments say what each entry means.
package struct NetworkBook: Sendable, Decodable {
  struct Network: Sendable, Decodable {
    let ranges: [String]
    let of: String?
  }

  struct Subnet: Sendable, Decodable {
    let network: String?
    let range: String
    let addresses: String?
  }

  struct Table: Sendable, Decodable {
    let network: String?
    let routes: String
    let mainOf: String?

    enum CodingKeys: String, CodingKey {
      case network, routes
      case mainOf = "main-of"
    }
  }

  struct Route: Sendable, Decodable {
    let ranges: [String]
    let targets: [String]
  }

  /// Where a route leads.
  enum Exit: String, Sendable, Decodable {
    case internet, translated, joined
  }

  let networks: [String: Network]
  let subnets: [String: Subnet]
  let tables: [String: Table]
  let routes: [String: [String: String]]
  let associations: [String: [String: String]]
  let mains: [String: [String: String]]
  let route: Route
  let exits: [String: Exit]
  let groups: [String: RuleHolder]
  let groupRules: [String: GroupRuleType]
  let rule: RuleArguments
  let lists: [String: String]
  let protocols: [String: String]
  let filters: [String: RuleHolder]
  let filterAssociations: [String: [String: String]]
  let filterRules: [String: [String: String]]
  let workloads: [String: WorkloadType]
  let listeners: [String: [String: String]]
  let addresses: [String: String]
  let unmodelled: [String]

  enum CodingKeys: String, CodingKey {
    case networks, subnets, tables, routes, associations, mains, route, exits, groups, rule, lists, protocols
    case filters, workloads, listeners, addresses, unmodelled
    case groupRules = "group-rules"
    case filterAssociations = "filter-associations"
    case filterRules = "filter-rules"
  }

  /// The books of all clouds that have one.
  /// - Throws: `Diagnostic` where a file that comes with the program is broken.
  package static func shipped() throws -> [NetworkBook] {
    try CloudCatalog.current.clouds.compactMap { cloud in
      guard let data = cloud.contents(of: .network) else { return nil }
      let file = "\(cloud.id)/\(CloudPart.network.rawValue)"
      let node = try StrictYAML.document(String(decoding: data, as: UTF8.self), file: file)
      do {
        return try node.json.decoded(as: NetworkBook.self)
      } catch {
        throw Diagnostic(
          code: "reach.broken", summary: "A file of the program is broken",
          detail: "\(file): \(error) Install Consilium again.", range: SourceRange(file: file))
      }
    }
  }

  /// Names for what only apply can tell, as the graph needs them to be read by this book: what one resource knows another by.
  package static let computedNames = ComputedNames { name in
    ["id", "arn", "name"].contains(name) || name.hasSuffix("_id")
  }

  /// Whether a route's argument can lead to a type: `nat_gateway_id` to NAT gateways alone, and an argument that is called after no
  /// type, as `gateway_id`, to those that have no argument of their own.
  func isTarget(_ type: String, of argument: String) -> Bool {
    func isCalled(_ type: String, in argument: String) -> Bool {
      type.hasSuffix("_" + argument.replacing("_id", with: ""))
    }
    guard exits[type] != nil else { return false }
    let own = route.targets.filter { isCalled(type, in: $0) }.max { $0.count < $1.count }
    return own == nil || own == argument
  }

  /// Whether a type has a place in a network.
  package func knows(_ type: String) -> Bool { networks[type] != nil || workloads[type] != nil }
}
