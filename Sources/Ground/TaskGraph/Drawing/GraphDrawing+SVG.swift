import Basics

extension GraphDrawing {
  /// One self-contained picture: no script, no address it would load, readable in the dark and on paper.
  package var svg: String {
    let layout = GraphLayout(self)
    let size = (width: Self.text(layout.width), height: Self.text(layout.height))
    var parts = [
      "<svg class=\"graph\" xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 \(size.width) \(size.height)\" width=\"\(size.width)\" height=\"\(size.height)\">",
      "<title>\(XMLText.escaped(title))</title>", Self.style,
    ]
    for line in layout.lines { parts.append(path(line, layout: layout)) }
    for (node, box) in zip(nodes, layout.boxes) { parts.append(shape(node, box: box)) }
    return parts.joined(separator: "\n") + "\n</svg>\n"
  }

  private func path(_ line: GraphLayout.Line, layout: GraphLayout) -> String {
    let (from, to) = (layout.boxes[line.from], layout.boxes[line.to])
    let start = (x: from.x + GraphLayout.box.width / 2, y: from.y + GraphLayout.box.height)
    let end = (x: to.x + GraphLayout.box.width / 2, y: to.y)
    let bend = max(12, (end.y - start.y) / 2)
    let points = [start.x, start.y, start.x, start.y + bend, end.x, end.y - bend, end.x, end.y].map(Self.text)
    return
      "<path class=\"line\(line.isDashed ? " soft" : "")\" d=\"M\(points[0]) \(points[1])C\(points[2]) \(points[3]) \(points[4]) \(points[5]) \(points[6]) \(points[7])\"/>"
  }

  private func shape(_ node: Node, box: GraphLayout.Box) -> String {
    let middle = Self.text(box.x + GraphLayout.box.width / 2)
    let lines = Self.wrapped(node.title)
    let height = Double(lines.count) * Self.leading + (node.detail.isEmpty ? 0 : Self.leading)
    var y = box.y + (GraphLayout.box.height - height) / 2 + Self.leading * 0.8
    var texts = ""
    for line in lines {
      texts += "<text x=\"\(middle)\" y=\"\(Self.text(y))\">\(XMLText.escaped(line))</text>"
      y += Self.leading
    }
    if !node.detail.isEmpty {
      texts +=
        "<text class=\"detail\" x=\"\(middle)\" y=\"\(Self.text(y))\">\(XMLText.escaped(node.detail))</text>"
    }
    return
      "<g class=\"\(node.tone.rawValue)\"><title>\(XMLText.escaped("\(node.title): \(node.tone.rawValue)"))</title>"
      + "<rect x=\"\(Self.text(box.x))\" y=\"\(Self.text(box.y))\" width=\"\(Self.text(GraphLayout.box.width))\" height=\"\(Self.text(GraphLayout.box.height))\" rx=\"6\"/>\(texts)</g>"
  }

  private static let leading = 14.0
  private static let lettersInALine = 21
  private static let mostLines = 3

  /// A title in lines that fit into a box; the whole stands in the box's tooltip.
  private static func wrapped(_ title: String) -> [String] {
    var lines: [String] = []
    for word in title.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= lettersInALine {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(word.count > lettersInALine ? "\(word.prefix(lettersInALine - 1))…" : String(word))
      }
    }
    guard lines.count > mostLines else { return lines }
    return lines.prefix(mostLines - 1) + ["\(lines[mostLines - 1].prefix(lettersInALine - 1))…"]
  }

  private static let style = """
    <style>
    .graph rect { fill: #f6f8fa; stroke: #8c959f; }
    .graph text { font: 11.5px system-ui, sans-serif; fill: #1f2328; text-anchor: middle; }
    .graph .detail { font-size: 10px; fill: #59636e; }
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
    let tenths = Int(saturating: (number * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(abs(tenths % 10))"
  }
}
