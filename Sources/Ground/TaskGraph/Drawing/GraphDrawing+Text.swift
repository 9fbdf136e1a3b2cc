extension GraphDrawing {
  /// As a Mermaid flowchart, nodes in their own order.
  package var mermaid: String {
    var lines = ["flowchart LR"]
    for (index, node) in nodes.enumerated() {
      lines.append("  n\(index)[\"\(words(node).replacing("\"", with: "#quot;"))\"]")
    }
    for edge in edges { lines.append("  n\(edge.from) \(edge.isDashed ? "-.->" : "-->") n\(edge.to)") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// In Graphviz's language.
  package var dot: String {
    var lines = ["digraph tasks {", "  rankdir=LR;", "  node [shape=box];"]
    for (index, node) in nodes.enumerated() {
      let words = words(node).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      lines.append("  n\(index) [label=\"\(words)\"];")
    }
    for edge in edges {
      lines.append("  n\(edge.from) -> n\(edge.to)\(edge.isDashed ? " [style=dashed]" : "");")
    }
    return lines.joined(separator: "\n") + "\n}\n"
  }

  private func words(_ node: Node) -> String {
    node.detail.isEmpty ? node.title : "\(node.title): \(node.detail)"
  }

  private var edges: [(from: Int, to: Int, isDashed: Bool)] {
    let places = Dictionary(
      nodes.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    return nodes.enumerated().flatMap { index, node in
      node.after.compactMap { id in places[id].map { ($0, index, false) } }
        + node.waitsFor.filter { !node.after.contains($0) }.compactMap { id in
          places[id].map { ($0, index, true) }
        }
    }
  }
}
