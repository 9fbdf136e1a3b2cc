import HCL
import ResourceGraph

extension GraphChange {
  /// What edits make of the resources as they are now.
  init(_ edits: [ResourceEdit], in working: WorkingGraph) {
    for edit in edits {
      let current = resources[edit.address] ?? working[edit.address]
      switch edit.change {
      case .remove: resources[edit.address] = .some(nil)
      case .add(let text):
        let new = ResourceGraph(files: ["added.tf": text]).resources
        added += new.map { resource in
          var resource = resource
          resource.range = nil
          return resource
        }
      case .set(let path, let value):
        guard var resource = current else { continue }
        resource.attributes = resource.attributes.setting(
          path[...], to: value.withoutCode, makesBlocks: resource.kind != .manifest)
        resources[edit.address] = resource
      case .unset(let path):
        guard var resource = current else { continue }
        resource.attributes = resource.attributes.removing(path[...])
        resources[edit.address] = resource
      }
    }
  }
}
