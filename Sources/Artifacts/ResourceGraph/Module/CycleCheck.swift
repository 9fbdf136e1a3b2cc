import Basics
import HCL

/// Finds resources and locals that depend on themselves through others.
struct CycleCheck {
  private var edges: [String: [String]] = [:]
  private var ranges: [String: SourceRange] = [:]

  init(_ module: Module) {
    for resource in module.resources {
      let body = resource.block.body
      edges[resource.address] = targets(of: body).filter { $0 != resource.address }
      ranges[resource.address] = resource.block.headerRange
    }
    for (name, local) in module.locals {
      edges["local.\(name)"] = targets(of: local.value)
      ranges["local.\(name)"] = local.nameRange
    }
  }

  private func targets(of body: Body) -> [String] {
    body.attributes.flatMap { targets(of: $0.value) } + body.blocks.flatMap { targets(of: $0.body) }
  }

  private func targets(of expression: HCLExpression) -> [String] {
    expression.references.compactMap { reference in
      if reference.root == "local", let name = reference.steps.first?.name { return "local.\(name)" }
      return reference.resourceTarget?.address
    }
  }

  /// One diagnostic for each group of addresses that go round, found in linear time (Tarjan), without recursion.
  func diagnostics() -> [Diagnostic] {
    var finder = ComponentFinder(edges: edges)
    return finder.components().map { group in
      let names = group.sorted().joined(separator: ", ")
      return Diagnostic(
        code: "configuration.cycle", summary: "Cycle",
        detail: "These depend on one another, so none of them can be created first: \(names).",
        range: group.sorted().first.flatMap { ranges[$0] }, address: group.sorted().first)
    }
  }
}

/// Strongly connected components of more than one node, or of a node with an edge to itself.
private struct ComponentFinder {
  private let edges: [String: [String]]
  private var order: [String: Int] = [:]
  private var low: [String: Int] = [:]
  private var stack: [String] = []
  private var onStack: Set<String> = []
  private var found: [[String]] = []

  init(edges: [String: [String]]) {
    self.edges = edges
  }

  mutating func components() -> [[String]] {
    for node in edges.keys.sorted() where order[node] == nil { visit(node) }
    return found
  }

  private mutating func visit(_ root: String) {
    var path: [(node: String, next: Int)] = []
    enter(root)
    path.append((root, 0))
    while let (node, next) = path.last {
      let targets = edges[node] ?? []
      guard next < targets.count else {
        path.removeLast()
        leave(node)
        if let parent = path.last?.node { low[parent] = min(low[parent] ?? 0, low[node] ?? 0) }
        continue
      }
      path[path.count - 1].next += 1
      let target = targets[next]
      if edges[target] == nil { continue }
      if order[target] == nil {
        enter(target)
        path.append((target, 0))
      } else if onStack.contains(target) {
        low[node] = min(low[node] ?? 0, order[target] ?? 0)
      }
    }
  }

  private mutating func enter(_ node: String) {
    order[node] = order.count
    low[node] = order[node]
    stack.append(node)
    onStack.insert(node)
  }

  private mutating func leave(_ node: String) {
    guard low[node] == order[node] else { return }
    var group: [String] = []
    while let member = stack.popLast() {
      onStack.remove(member)
      group.append(member)
      if member == node { break }
    }
    if group.count > 1 || edges[node]?.contains(node) == true { found.append(group) }
  }
}
