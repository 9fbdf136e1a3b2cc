import Clouds
import Foundation
import HCL
import Synchronization

/// The constraints of a provider, by resource type: those written down from its documentation, and those it gave away
/// itself when it refused a value.
package struct ConstraintSet: Sendable {
  private let byType: [String: [SchemaConstraint]]
  private let accepted: AcceptedValues?

  /// Reads `constraint "TYPE"` blocks; the type `*` is about all.
  package init(_ file: HCLFile, accepted: AcceptedValues? = nil) {
    self.init(blocks: file.body.blocks("constraint"), accepted: accepted)
  }

  private init(blocks: [Block], accepted: AcceptedValues?) {
    byType = Dictionary(grouping: blocks.filter { $0.labels.count == 1 }) { $0.labels[0] }
      .mapValues { $0.map(SchemaConstraint.init) }
    self.accepted = accepted
  }

  /// Those of all clouds' packs.
  package static var shipped: ConstraintSet {
    read.withLock { known in
      let generation = CloudCatalog.generation
      if let known, known.generation == generation { return known.set }
      let set = ConstraintSet(of: CloudCatalog.current.clouds)
      known = (generation, set)
      return set
    }
  }

  /// Whether a pack says which values a provider's arguments take, so that nothing it refuses is left to find.
  package static func knowsValues(of source: String) -> Bool {
    CloudCatalog.current.cloud(ofProvider: source)?.providers.first { $0.source == source }?.valuesAreKnown
      ?? false
  }

  private static let read = Mutex<(generation: Int, set: ConstraintSet)?>(nil)

  private init(of clouds: [Cloud]) {
    var blocks: [Block] = []
    var accepted: [UInt8] = []
    for cloud in clouds {
      if let written = cloud.contents(of: .constraints) {
        let file = HCLFile(
          path: "\(cloud.id)/\(CloudPart.constraints.rawValue)",
          text: String(decoding: written, as: UTF8.self))
        blocks += file.body.blocks("constraint")
      }
      for provider in cloud.providers {
        let url = ShippedSchemas.acceptedValues(of: provider.source, in: cloud)
        accepted += FileManager.default.contents(atPath: url.path(percentEncoded: false)) ?? Data()
      }
    }
    self.init(blocks: blocks, accepted: AcceptedValues(accepted))
  }

  /// What is demanded of a type, by what is written for all types, for it, and by what the provider gave away.
  package func constraints(for type: String) -> [SchemaConstraint] {
    let written = (byType["*"] ?? []) + (byType[type] ?? [])
    guard var probed = accepted?.constraint(for: type) else { return written }
    // What is written down says more of an argument than what was given away.
    let known = Set(written.flatMap { $0.values.map(\.path) + $0.patterns.map(\.path) })
    probed.values.removeAll { known.contains($0.path) }
    probed.patterns.removeAll { known.contains($0.path) }
    let groups = Set(written.flatMap { $0.oneOf + $0.conflicts })
    probed.oneOf.removeAll(where: groups.contains)
    probed.conflicts.removeAll(where: groups.contains)
    return written + [probed]
  }
}
