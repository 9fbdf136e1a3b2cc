/// Where the boxes and lines of a picture go: from top to bottom, each node below all it depends on.
struct GraphLayout {
  struct Box {
    var x: Double
    var y: Double
  }

  struct Line {
    var from: Int
    var to: Int
    var isDashed: Bool
  }

  private(set) var boxes: [Box] = []
  private(set) var lines: [Line] = []
  private(set) var width = 0.0
  private(set) var height = 0.0

  static let box = (width: 132.0, height: 66.0)
  private static let gap = (x: 10.0, y: 30.0)
  static let margin = 12.0
  /// So many boxes stand beside each other at most: more would not fit on a page.
  private static let mostBeside = 8

  init(_ drawing: GraphDrawing) {
    let places = Dictionary(
      drawing.nodes.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    var before = drawing.nodes.map { node in (node.after + node.waitsFor).compactMap { places[$0] } }
    let order = Self.order(before)
    GraphReduction.reduce(&before, order: order)
    var levels: [[Int]] = []
    var level = [Int](repeating: 0, count: drawing.nodes.count)
    for place in order {
      level[place] = before[place].map { level[$0] + 1 }.max() ?? 0
      if levels.count <= level[place] { levels.append([]) }
      levels[level[place]].append(place)
    }
    arrange(levels, before: before)
    for (index, needs) in before.enumerated() {
      let hard = Set(drawing.nodes[index].after)
      for need in needs {
        lines.append(Line(from: need, to: index, isDashed: !hard.contains(drawing.nodes[need].id)))
      }
    }
  }

  /// Every node after those before it; nodes on a cycle come last.
  private static func order(_ before: [[Int]]) -> [Int] {
    var next = [[Int]](repeating: [], count: before.count)
    for (index, needs) in before.enumerated() { for need in needs { next[need].append(index) } }
    let order = GraphOrder.places(counts: before.map(\.count), dependents: next)
    let seen = Set(order)
    return order + before.indices.filter { !seen.contains($0) }
  }

  /// Nodes of a level stand in the order of the middle of what they depend on, so that few lines cross.
  private mutating func arrange(_ levels: [[Int]], before: [[Int]]) {
    boxes = [Box](repeating: Box(x: 0, y: 0), count: before.count)
    let most = min(Self.mostBeside, levels.map(\.count).max() ?? 0)
    let widest = Double(most) * (Self.box.width + Self.gap.x) - Self.gap.x
    var y = Self.margin
    for level in levels {
      let middles = Dictionary(
        uniqueKeysWithValues: level.map { place in
          let needs = before[place].map { boxes[$0].x }
          return (place, needs.isEmpty ? 0 : needs.reduce(0, +) / Double(needs.count))
        })
      let sorted = level.sorted { ((middles[$0] ?? 0), $0) < ((middles[$1] ?? 0), $1) }
      for start in stride(from: 0, to: sorted.count, by: Self.mostBeside) {
        let row = sorted[start..<min(sorted.count, start + Self.mostBeside)]
        let wide = Double(row.count) * (Self.box.width + Self.gap.x) - Self.gap.x
        for (index, node) in row.enumerated() {
          let x = Self.margin + (widest - wide) / 2 + Double(index) * (Self.box.width + Self.gap.x)
          boxes[node] = Box(x: x, y: y)
        }
        y += Self.box.height + Self.gap.y
      }
    }
    width = max(0, widest) + 2 * Self.margin
    height = max(0, y - Self.gap.y) + Self.margin
  }
}
