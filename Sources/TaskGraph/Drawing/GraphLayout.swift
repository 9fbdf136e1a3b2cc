/// Where the boxes and lines of a picture go: from left to right, each node right of all it depends on.
struct GraphLayout {
  struct Box {
    var x: Double
    var y: Double
    var width: Double
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

  static let boxHeight = 44.0
  private static let gap = (x: 56.0, y: 14.0)
  static let margin = 16.0
  init(_ drawing: GraphDrawing) {
    let places = Dictionary(
      drawing.nodes.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    var before = drawing.nodes.map { node in (node.after + node.waitsFor).compactMap { places[$0] } }
    let order = Self.order(before)
    GraphReduction.reduce(&before, order: order)
    var columns: [[Int]] = []
    var column = [Int](repeating: 0, count: drawing.nodes.count)
    for place in order {
      column[place] = before[place].map { column[$0] + 1 }.max() ?? 0
      if columns.count <= column[place] { columns.append([]) }
      columns[column[place]].append(place)
    }
    arrange(drawing, columns, before)
    for (place, needs) in before.enumerated() {
      let hard = Set(drawing.nodes[place].after)
      for need in needs {
        lines.append(Line(from: need, to: place, isDashed: !hard.contains(drawing.nodes[need].id)))
      }
    }
  }

  /// Every node after those before it; nodes on a cycle come last.
  private static func order(_ before: [[Int]]) -> [Int] {
    var missing = before.map(\.count)
    var next = [[Int]](repeating: [], count: before.count)
    for (place, needs) in before.enumerated() { for need in needs { next[need].append(place) } }
    var order = before.indices.filter { missing[$0] == 0 }
    var done = 0
    while done < order.count {
      for place in next[order[done]] {
        missing[place] -= 1
        if missing[place] == 0 { order.append(place) }
      }
      done += 1
    }
    let seen = Set(order)
    return order + before.indices.filter { !seen.contains($0) }
  }

  /// Nodes of a column stand in the order of the middle of what they depend on, so that few lines cross.
  private mutating func arrange(_ drawing: GraphDrawing, _ columns: [[Int]], _ before: [[Int]]) {
    boxes = [Box](repeating: Box(x: 0, y: 0, width: 0), count: drawing.nodes.count)
    let tallest = Double(columns.map(\.count).max() ?? 0) * (Self.boxHeight + Self.gap.y) - Self.gap.y
    var x = Self.margin
    for column in columns {
      let middles = Dictionary(
        uniqueKeysWithValues: column.map { place in
          let needs = before[place].map { boxes[$0].y }
          return (place, needs.isEmpty ? 0 : needs.reduce(0, +) / Double(needs.count))
        })
      let sorted = column.sorted { ((middles[$0] ?? 0), $0) < ((middles[$1] ?? 0), $1) }
      let wide = column.map { Self.width(of: drawing.nodes[$0]) }.max() ?? 0
      let tall = Double(column.count) * (Self.boxHeight + Self.gap.y) - Self.gap.y
      var y = Self.margin + (tallest - tall) / 2
      for place in sorted {
        boxes[place] = Box(x: x, y: y, width: wide)
        y += Self.boxHeight + Self.gap.y
      }
      x += wide + Self.gap.x
    }
    width = max(0, x - Self.gap.x) + Self.margin
    height = max(0, tallest) + 2 * Self.margin
  }

  /// By the mean width of a letter of 12 pixels.
  private static func width(of node: GraphDrawing.Node) -> Double {
    let letters = max(min(node.title.count, GraphDrawing.longestTitle), node.detail.count)
    return max(90, Double(letters) * 6.7 + 24)
  }
}
