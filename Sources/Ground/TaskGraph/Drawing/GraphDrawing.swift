/// A task graph to be drawn: before its run as the plan, after it with what became of each task and when.
package struct GraphDrawing: Sendable {
  package enum Tone: String, Sendable {
    case planned, done, failed, skipped, idle
  }

  package struct Node: Sendable {
    package var id: String
    package var title: String
    /// A second, smaller line: who, how long; empty for none.
    package var detail: String
    package var tone: Tone
    /// Ids of the nodes it needs.
    package var after: [String]
    /// Ids of the nodes that only have to end before it.
    package var waitsFor: [String]

    package init(
      id: String, title: String, detail: String = "", tone: Tone = .planned, after: [String],
      waitsFor: [String] = []
    ) {
      self.id = id
      self.title = title
      self.detail = detail
      self.tone = tone
      self.after = after
      self.waitsFor = waitsFor
    }
  }

  /// What the picture shows, in a few words, for those who do not see it.
  package var title: String
  package var nodes: [Node]

  package init(title: String, nodes: [Node]) {
    self.title = title
    self.nodes = nodes
  }
}

extension TaskGraph {
  /// The graph as a picture of the plan.
  package func drawing(_ name: String, title: (Node) -> String = { $0.id }) -> GraphDrawing {
    GraphDrawing(
      title: name,
      nodes: nodes.map {
        GraphDrawing.Node(id: $0.id, title: title($0), after: $0.after, waitsFor: $0.waitsFor)
      })
  }
}
