import Basics
import CloudReach
import Reach
import ResourceGraph
import Vocabulary

/// Decides whether only some things get to another one, by who reaches whom in the networks of the configuration.
struct AccessClaim {
  /// What was decided, and by what: the rule that lets the right one in, or the one that lets in another.
  struct Decision {
    /// Nil where the files do not tell.
    var holds: Bool?
    var reason: String
  }

  private let graph: ResourceGraph
  private let models: [CloudReach]
  /// Why no network can be read; nil where they can.
  private let fault: String?

  /// - Parameter files: those of the draft.
  init(_ files: [Artifact]) {
    let graph = ResourceGraph(
      ConfigurationSources(files: files.texts(of: .openTofu)), names: NetworkBook.computedNames)
    self.graph = graph
    do {
      models = try NetworkBook.shipped().map { CloudReach(graph, book: $0) }
      fault = nil
    } catch {
      models = []
      fault = "\(error)"
    }
  }

  /// - Parameters:
  ///   - name: the label that the right one bears, several between bars; `_` for any.
  ///   - parties: the types of the right ones, blocks of addresses, and as `port:22` what alone is asked about.
  func onlyReached(_ target: Resource, named name: String, parties: Set<String>) -> Decision {
    let names = name.split(separator: "|").map(String.init)
    let blocks = parties.compactMap(AddressRange.init(block:))
    let ports = parties.compactMap { $0.hasPrefix("port:") ? Int($0.dropFirst(5)) : nil }
    let asked = ports.isEmpty ? Traffic.all : ports.map(Traffic.port).reduce(.none) { $0.union($1) }
    if let fault { return Decision(holds: nil, reason: fault) }
    let filter = ReachFilter(to: target.blockAddress)
    guard
      let model = models.first(where: {
        $0.endpoints(includesUnknown: false).contains { $0.name == target.blockAddress }
      })
    else {
      return Decision(
        holds: nil, reason: "In which network \(target.address) stands is not in the files.")
    }
    let arriving = model.passages(filter).filter { !$0.traffic.intersection(asked).isEmpty }
    func isMeant(_ end: Endpoint) -> Bool {
      let parts = end.name.split(separator: ".").map(String.init)
      if end.kind == .addresses, let span = AddressRange(span: end.name) {
        return blocks.contains { $0.contains(span) }
      }
      guard end.kind == .workload, let type = parts.dropLast().last, parties.contains(type) else {
        return false
      }
      return names.contains { $0 == "_" || parts.last == $0 || parts.last?.hasPrefix($0 + "_") == true }
    }
    if let other = arriving.first(where: { !isMeant($0.from) }) {
      return Decision(
        holds: false,
        reason: "\(other.from.name) gets to \(target.address) as well (\(Self.rule(of: other))).")
    }
    // A rule that is known only when it is applied may let in anybody.
    let own = addresses(around: target)
    if let note = model.notes.first(where: { note in own.contains(where: note.contains) }) {
      return Decision(holds: nil, reason: note)
    }
    guard let right = arriving.first else {
      return Decision(holds: false, reason: "Nobody gets to \(target.address).")
    }
    return Decision(
      holds: true, reason: "Only \(right.from.name) gets to \(target.address) (\(Self.rule(of: right))).")
  }

  /// The target, what it refers to as its groups and subnets, and what refers to these as their rules and routes.
  private func addresses(around target: Resource) -> Set<String> {
    let own = graph.resources.filter { $0.blockAddress == target.blockAddress }
    let near = graph.resources(named: own.reduce(into: []) { $0.formUnion(graph.targets(of: $1)) })
    let rules = near.flatMap(graph.referrers)
    return Set((own + near + rules).map(\.blockAddress))
  }

  private static func rule(of connection: Connection) -> String {
    connection.via.last { $0.stage == "ingress" && $0.verdict == .allows }?.description
      ?? connection.traffic.description
  }
}
