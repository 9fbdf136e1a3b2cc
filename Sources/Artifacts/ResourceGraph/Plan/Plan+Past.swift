import Foundation
import HCL

extension Plan {
  /// The resources as they are before the plan.
  package var past: ResourceGraph {
    ResourceGraph(
      resources: changes.filter { !$0.before.isNull && $0.kind == .managed }.map { change in
        var resource = Resource(
          kind: change.kind, address: change.address, type: change.type, name: change.name,
          attributes: change.before)
        resource.modulePrefix = Self.modulePrefix(of: change)
        return resource
      })
  }

  /// What stands before the type in an address.
  private static func modulePrefix(of change: ResourceChange) -> String {
    let local = "\(change.type).\(change.name)"
    let whole = change.address
    guard whole.hasPrefix("module."), let start = whole.range(of: ".\(local)", options: .backwards) else {
      return ""
    }
    return String(whole[..<start.lowerBound]) + "."
  }
}
