extension GraphDrawing {
  /// Letters of a title that are shown; the whole stands in the box's tooltip.
  static let longestTitle = 42

  /// One self-contained picture: no script, no address it would load, readable in the dark and on paper.
  package var svg: String {
    let layout = GraphLayout(self)
    let size = (width: Self.text(layout.width), height: Self.text(layout.height))
    var parts = [
      "<svg class=\"graph\" xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 \(size.width) \(size.height)\" width=\"\(size.width)\" height=\"\(size.height)\">",
      "<title>\(Self.escaped(title))</title>", Self.style,
    ]
    for line in layout.lines { parts.append(path(line, layout)) }
    for (node, box) in zip(nodes, layout.boxes) { parts.append(shape(node, box)) }
    return parts.joined(separator: "\n") + "\n</svg>\n"
  }

  private func path(_ line: GraphLayout.Line, _ layout: GraphLayout) -> String {
    let (from, to) = (layout.boxes[line.from], layout.boxes[line.to])
    let start = (x: from.x + from.width, y: from.y + GraphLayout.boxHeight / 2)
    let end = (x: to.x, y: to.y + GraphLayout.boxHeight / 2)
    let bend = max(20, (end.x - start.x) / 2)
    let points = [start.x, start.y, start.x + bend, start.y, end.x - bend, end.y, end.x, end.y].map(Self.text)
    return
      "<path class=\"line\(line.isDashed ? " soft" : "")\" d=\"M\(points[0]) \(points[1])C\(points[2]) \(points[3]) \(points[4]) \(points[5]) \(points[6]) \(points[7])\"/>"
  }

  private func shape(_ node: Node, _ box: GraphLayout.Box) -> String {
    let title =
      node.title.count > Self.longestTitle ? node.title.prefix(Self.longestTitle - 1) + "…" : node.title[...]
    let x = Self.text(box.x + 12)
    let lines =
      node.detail.isEmpty
      ? "<text x=\"\(x)\" y=\"\(Self.text(box.y + 27))\">\(Self.escaped(title))</text>"
      : "<text x=\"\(x)\" y=\"\(Self.text(box.y + 19))\">\(Self.escaped(title))</text>"
        + "<text class=\"detail\" x=\"\(x)\" y=\"\(Self.text(box.y + 35))\">\(Self.escaped(node.detail[...]))</text>"
    return
      "<g class=\"\(node.tone.rawValue)\"><title>\(Self.escaped("\(node.title): \(node.tone.rawValue)"))</title>"
      + "<rect x=\"\(Self.text(box.x))\" y=\"\(Self.text(box.y))\" width=\"\(Self.text(box.width))\" height=\"\(Self.text(GraphLayout.boxHeight))\" rx=\"6\"/>\(lines)</g>"
  }

  private static let style = """
    <style>
    .graph rect { fill: #f6f8fa; stroke: #8c959f; }
    .graph text { font: 12px system-ui, sans-serif; fill: #1f2328; }
    .graph .detail { font-size: 10.5px; fill: #59636e; }
    .graph .line { fill: none; stroke: #8c959f; stroke-width: 1.2; }
    .graph .soft { stroke-dasharray: 4 3; }
    .graph .done rect { fill: #e6f4ea; stroke: #1a7f37; }
    .graph .failed rect { fill: #ffebe9; stroke: #cf222e; stroke-width: 2; }
    .graph .skipped rect { fill: #fff8c5; stroke: #9a6700; stroke-dasharray: 5 3; }
    .graph .idle rect { stroke-dasharray: 2 3; }
    @media (prefers-color-scheme: dark) {
    .graph rect { fill: #21262d; stroke: #8c959f; }
    .graph text { fill: #e6edf3; }
    .graph .detail { fill: #9da7b1; }
    .graph .done rect { fill: #12261a; stroke: #3fb950; }
    .graph .failed rect { fill: #3a1214; stroke: #f85149; }
    .graph .skipped rect { fill: #332701; stroke: #d29922; }
    }
    </style>
    """

  /// At most one decimal, so that equal graphs give equal text everywhere.
  private static func text(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(abs(tenths % 10))"
  }

  private static func escaped(_ text: some StringProtocol) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default: escaped.append(character)
      }
    }
    return escaped
  }
}
