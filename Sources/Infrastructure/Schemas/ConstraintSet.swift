import Foundation
import HCL

/// The constraints of a provider, by resource type.
package struct ConstraintSet: Sendable {
  private let byType: [String: [Constraint]]

  /// Reads `constraint "TYPE"` blocks; the type `*` is about all.
  package init(_ file: HCLFile) {
    byType = Dictionary(grouping: file.body.blocks("constraint").filter { $0.labels.count == 1 }) {
      $0.labels[0]
    }
    .mapValues { $0.map(Constraint.init) }
  }

  /// Those for AWS that come with the program, read when first asked for.
  package static let aws: ConstraintSet = {
    let url = Bundle.module.bundleURL.appending(path: "Data/aws-constraints.hcl")
    let data = FileManager.default.contents(atPath: url.path) ?? Data()
    return ConstraintSet(HCLFile(path: "aws-constraints.hcl", text: String(decoding: data, as: UTF8.self)))
  }()

  func constraints(for type: String) -> [Constraint] { (byType["*"] ?? []) + (byType[type] ?? []) }
}
