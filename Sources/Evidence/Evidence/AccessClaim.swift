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

  private let models: [CloudReach]

  /// - Parameter files: those of the draft.
  init(_ files: [Artifact]) {
    let texts = files.texts(of: .openTofu)
    let graph = ResourceGraph(ConfigurationSources(files: texts), names: NetworkBook.computedNames)
    models = ((try? NetworkBook.shipped()) ?? []).map { CloudReach(graph, book: $0) }
  }

  /// - Parameters:
  ///   - name: the label that the right one bears; `_` for any.
  ///   - types: of the right ones.
  func onlyReached(_ target: Resource, named name: String, types: Set<String>) -> Decision {
    let filter = ReachFilter(to: target.blockAddress)
    guard
      let model = models.first(where: {
        $0.endpoints(includesUnknown: false).contains { $0.name == target.blockAddress }
      })
    else {
      return Decision(holds: nil, reason: "In which network \(target.address) stands is not in the files.")
    }
    let arriving = model.passages(filter).filter { !$0.traffic.isEmpty }
    func isMeant(_ end: Endpoint) -> Bool {
      let parts = end.name.split(separator: ".").map(String.init)
      guard end.kind == .workload, let type = parts.dropLast().last, types.contains(type) else {
        return false
      }
      return name == "_" || parts.last == name || parts.last?.hasPrefix(name + "_") == true
    }
    if let other = arriving.first(where: { !isMeant($0.from) }) {
      return Decision(
        holds: false,
        reason: "\(other.from.name) gets to \(target.address) as well (\(Self.rule(of: other))).")
    }
    let open = model.notes.filter { $0.contains(target.blockAddress) }
    if let note = open.first { return Decision(holds: nil, reason: note) }
    guard let right = arriving.first else {
      return Decision(holds: false, reason: "Nobody gets to \(target.address).")
    }
    return Decision(
      holds: true, reason: "Only \(right.from.name) gets to \(target.address) (\(Self.rule(of: right))).")
  }

  private static func rule(of connection: Connection) -> String {
    connection.via.last { $0.stage == "ingress" && $0.verdict == .allows }?.description
      ?? connection.traffic.description
  }
}
