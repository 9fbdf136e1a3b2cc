import Basics
import Vocabulary

/// The components of one resource as rows of a tree, by their groups.
struct CostTree {
  private struct Node {
    var label: String
    var component: PriceEstimate.Component?
    var children: [Node] = []
  }

  /// Rows of four cells, of two where the cost depends on use, or of one for a heading.
  let rows: [[String]]

  init(_ components: [PriceEstimate.Component]) {
    var root = Node(label: "")
    for component in components {
      let path = component.group?.split(separator: "/").map { Self.stripped($0) } ?? []
      Self.insert(component, path: path[...], node: &root)
    }
    rows = Self.rows(root.children, indent: "")
  }

  private static func insert(
    _ component: PriceEstimate.Component, path: ArraySlice<String>, node: inout Node
  ) {
    guard let name = path.first else {
      node.children.append(Node(label: component.name, component: component))
      return
    }
    if let index = node.children.firstIndex(where: { $0.label == name && $0.component == nil }) {
      insert(component, path: path.dropFirst(), node: &node.children[index])
    } else {
      var child = Node(label: name)
      insert(component, path: path.dropFirst(), node: &child)
      node.children.append(child)
    }
  }

  private static func rows(_ nodes: [Node], indent: String) -> [[String]] {
    nodes.enumerated().flatMap { index, node -> [[String]] in
      let isLast = index == nodes.count - 1
      let label = "\(indent)\(isLast ? "└─" : "├─") \(node.label)"
      guard let component = node.component else {
        return [[label]] + rows(node.children, indent: indent + (isLast ? "   " : "│  "))
      }
      return [[label] + cells(component)]
    }
  }

  private static func cells(_ component: PriceEstimate.Component) -> [String] {
    switch component.status {
    case .usage:
      let price = component.unitPrice.map(CostFigures.price) ?? "not known"
      return ["Monthly cost depends on usage: \(price) per \(component.unit)"]
    case .unpriced:
      return [component.quantity.map(CostFigures.quantity) ?? "not known", component.unit, "not priced"]
    case .priced, .free:
      return [
        component.quantity.map(CostFigures.quantity) ?? "", component.unit,
        Money.text(component.monthly ?? 0),
      ]
    }
  }

  private static func stripped(_ text: Substring) -> String {
    var text = text
    while text.first == " " { text = text.dropFirst() }
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }
}
