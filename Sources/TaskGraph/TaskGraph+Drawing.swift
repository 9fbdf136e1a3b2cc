extension TaskGraph {
  /// The graph as a Mermaid flowchart, nodes in their own order.
  package func mermaid(title: (Node) -> String = { $0.id }) -> String {
    var lines = ["flowchart LR"]
    for (index, node) in nodes.enumerated() {
      lines.append("  n\(index)[\"\(title(node).replacing("\"", with: "#quot;"))\"]")
    }
    for (index, node) in nodes.enumerated() {
      for dependency in node.after { lines.append("  n\(places[dependency] ?? 0) --> n\(index)") }
      for dependency in node.waitsFor where !node.after.contains(dependency) {
        lines.append("  n\(places[dependency] ?? 0) -.-> n\(index)")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The graph in Graphviz's language.
  package func dot(title: (Node) -> String = { $0.id }) -> String {
    var lines = ["digraph tasks {", "  rankdir=LR;", "  node [shape=box];"]
    for (index, node) in nodes.enumerated() {
      lines.append("  n\(index) [label=\"\(title(node).replacing("\"", with: "\\\""))\"];")
    }
    for (index, node) in nodes.enumerated() {
      for dependency in node.after { lines.append("  n\(places[dependency] ?? 0) -> n\(index);") }
      for dependency in node.waitsFor where !node.after.contains(dependency) {
        lines.append("  n\(places[dependency] ?? 0) -> n\(index) [style=dashed];")
      }
    }
    return lines.joined(separator: "\n") + "\n}\n"
  }
}
