import HCL

extension Module {
  /// Every reference in every block, in no particular order.
  package var allReferences: [Traversal] {
    let blocks = resources.map(\.block) + providers + outputs.values + calls.values
    return blocks.flatMap(\.body.allReferences) + locals.values.flatMap(\.value.references)
  }
}
