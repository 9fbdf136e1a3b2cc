import HCL

extension Module {
  /// Every reference in every block, in no particular order.
  package var allReferences: [Traversal] {
    blocks.flatMap(\.body.allReferences) + locals.values.flatMap(\.value.references)
  }

  /// Those among them that `try` and `can` take.
  package var caughtReferences: [Traversal] {
    blocks.flatMap(\.body.caughtReferences) + locals.values.flatMap(\.value.caughtReferences)
  }

  private var blocks: [Block] { resources.map(\.block) + providers + outputs.values + calls.values }
}
