import Clouds
import HCL

/// What repairs may put where a configuration says nothing: usual values, what arguments name, and data sources that
/// need no arguments.
package struct RepairDefaults: Sendable {
  /// An attribute of a resource type.
  struct Target: Hashable, Sendable {
    var type: String
    var attribute: String
  }

  private let values: [String: [String: Value]]
  private let targets: [String: Target]
  private let yields: [String: [String: Value]]
  /// The arguments that a data source is declared with, by its type.
  let companions: [String: String]

  /// Those of all clouds' packs, read when first asked for.
  package static let shipped = RepairDefaults(
    blocks: CloudCatalog.current.clouds.compactMap { cloud in
      cloud.contents(of: .defaults).map {
        HCLFile(path: CloudPart.defaults.rawValue, text: String(decoding: $0, as: UTF8.self)).body
      }
    })

  init(blocks bodies: [Body]) {
    var evaluator = Evaluator(scope: Scope())
    func members(_ name: String, of body: Body) -> [String: Value] {
      guard let attribute = body.attribute(name) else { return [:] }
      if case .object(let members) = evaluator.evaluate(attribute.value) { return members }
      return [:]
    }
    let blocks = bodies.flatMap { $0.blocks("defaults") }.filter { $0.labels.count == 1 }
    values = Dictionary(blocks.map { ($0.labels[0], members("values", of: $0.body)) }) { first, _ in first }
    yields = Dictionary(blocks.map { ($0.labels[0], members("yields", of: $0.body)) }) { first, _ in first }
    var companions: [String: String] = [:]
    var targets: [String: Target] = [:]
    for body in bodies {
      companions.merge(members("companions", of: body).compactMapValues(\.text)) { first, _ in first }
      for (argument, value) in members("targets", of: body) where targets[argument] == nil {
        let parts = value.text?.split(separator: ".").map(String.init) ?? []
        if parts.count == 2 { targets[argument] = Target(type: parts[0], attribute: parts[1]) }
      }
    }
    self.companions = companions
    self.targets = targets
  }

  /// The usual value of the argument at `path` of a resource type.
  package func value(at path: [String], of type: String) -> Value? {
    if let value = values[type]?[path.joined(separator: ".")] { return value }
    guard let common = values["*"] else { return nil }
    return common[path.suffix(2).joined(separator: ".")] ?? path.last.flatMap { common[$0] }
  }

  /// The arguments of a type that give way to another one, and to which: saying both means the other.
  func yielding(in type: String) -> [(argument: String, to: String)] {
    (yields[type] ?? [:]).compactMap { item in item.value.text.map { (item.key, $0) } }.sorted { $0 < $1 }
  }

  /// What an argument of that name refers to.
  func target(of argument: String) -> Target? { targets[argument] }
}
