import TaskGraph
import Testing

struct DrawingTests {
  private static func node(_ id: String, after: [String] = [], tone: GraphDrawing.Tone = .done)
    -> GraphDrawing.Node
  {
    GraphDrawing.Node(id: id, title: "step \(id) & <more>", detail: "1.0 s", tone: tone, after: after)
  }

  @Test func everyBoxAndEveryEssentialLineIsDrawn() {
    let drawing = GraphDrawing(
      title: "a \"run\"",
      nodes: [
        Self.node("a"), Self.node("b", after: ["a"]), Self.node("c", after: ["a", "b"], tone: .failed),
      ])
    let svg = drawing.svg
    #expect(svg.split(separator: "<rect").count == 4)
    // That c waits for a follows from b.
    #expect(svg.split(separator: "<path").count == 3)
    #expect(svg.contains("<title>a &quot;run&quot;</title>") && svg.contains("step a &amp; &lt;more&gt;"))
    #expect(svg.contains("class=\"failed\"") && !svg.contains("<script") && !svg.contains("href"))
    #expect(svg == drawing.svg)
  }

  @Test func aWideLevelIsBrokenIntoRowsThatFitAPage() throws {
    let nodes = (0..<100).map { Self.node("\($0)") }
    let svg = GraphDrawing(title: "wide", nodes: nodes + [Self.node("end", after: nodes.map(\.id))]).svg
    let width = try #require(svg.firstMatch(of: /width="(\d+)/).flatMap { Int($0.1) })
    #expect(width < 1200)
  }

  @Test func whatFollowsFromTheRestIsNoEssentialNeed() throws {
    let graph = try TaskGraph<Int>([
      .init(id: "a", payload: 0), .init(id: "b", after: ["a"], payload: 0),
      .init(id: "c", after: ["a"], waitsFor: ["b"], payload: 0),
    ])
    #expect(graph.essentialNeeds == ["a": [], "b": ["a"], "c": ["b"]])
  }
}
