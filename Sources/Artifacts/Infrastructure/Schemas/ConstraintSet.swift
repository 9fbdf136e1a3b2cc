import Foundation
import HCL

/// The constraints of a provider, by resource type: those written down from its documentation, and those it gave away
/// itself when it refused a value.
package struct ConstraintSet: Sendable {
  private let byType: [String: [Constraint]]
  private let accepted: AcceptedValues?

  /// Reads `constraint "TYPE"` blocks; the type `*` is about all.
  package init(_ file: HCLFile, accepted: AcceptedValues? = nil) {
    byType = Dictionary(grouping: file.body.blocks("constraint").filter { $0.labels.count == 1 }) {
      $0.labels[0]
    }
    .mapValues { $0.map(Constraint.init) }
    self.accepted = accepted
  }

  /// Those for AWS that come with the program, read when first asked for.
  package static let aws: ConstraintSet = {
    let data = Bundle.module.bundleURL.appending(path: "Data")
    func bytes(_ name: String) -> Data {
      FileManager.default.contents(atPath: data.appending(path: name).path) ?? Data()
    }
    let written = HCLFile(
      path: "aws-constraints.hcl", text: String(decoding: bytes("aws-constraints.hcl"), as: UTF8.self))
    return ConstraintSet(written, accepted: AcceptedValues(Array(bytes("aws.accepts"))))
  }()

  func constraints(for type: String) -> [Constraint] {
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
