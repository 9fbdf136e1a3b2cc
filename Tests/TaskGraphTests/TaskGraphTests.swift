import Synchronization
import TaskGraph
import Testing

struct TaskGraphTests {
  typealias Graph = TaskGraph<Int>

  static func node(_ id: String, after: [String] = [], waitsFor: [String] = []) -> Graph.Node {
    Graph.Node(id: id, after: after, waitsFor: waitsFor, payload: 0)
  }

  @Test func namesACycleAlongItsPath() {
    #expect(throws: TaskGraphError.cycle(["a", "b", "c", "a"])) {
      try Graph([Self.node("a", after: ["c"]), Self.node("b", after: ["a"]), Self.node("c", after: ["b"])])
    }
    #expect(throws: TaskGraphError.cycle(["a", "a"])) { try Graph([Self.node("a", after: ["a"])]) }
  }

  @Test func namesWhatIsMissingOrDouble() {
    #expect(throws: TaskGraphError.missing("x", neededBy: "a")) {
      try Graph([Self.node("a", waitsFor: ["x"])])
    }
    #expect(throws: TaskGraphError.duplicate("a")) { try Graph([Self.node("a"), Self.node("a")]) }
  }

  @Test func runsEachTaskOnceAfterWhatItNeeds() async throws {
    let graph = try Graph([
      Self.node("end", after: ["left", "right"]), Self.node("left", after: ["start"]),
      Self.node("right", after: ["start"]), Self.node("start"),
    ])
    let order = Mutex<[String]>([])
    let outcomes: [String: TaskOutcome<String>] = await graph.walk(limit: 4) { node, inputs in
      order.withLock { $0.append(node.id) }
      return inputs.keys.sorted().joined(separator: "+")
    }
    #expect(outcomes["end"]?.result == "left+right")
    #expect(order.withLock { $0.first } == "start")
    #expect(order.withLock { $0.last } == "end")
    #expect(order.withLock { $0.count } == 4)
  }

  @Test func aFailureSkipsOnlyWhatNeedsIt() async throws {
    struct Broken: Error {}
    let graph = try Graph([
      Self.node("bad"), Self.node("needs", after: ["bad"]), Self.node("needs2", after: ["needs"]),
      Self.node("tolerates", waitsFor: ["bad", "needs2"]), Self.node("free"),
    ])
    let outcomes: [String: TaskOutcome<String>] = await graph.walk(limit: 2) { node, _ in
      if node.id == "bad" { throw Broken() }
      return node.id
    }
    guard case .failed = outcomes["bad"], case .skipped(let cause) = outcomes["needs"],
      case .skipped = outcomes["needs2"]
    else { return #expect(Bool(false), "\(outcomes)") }
    #expect(cause == "bad")
    #expect(outcomes["tolerates"]?.result == "tolerates")
    #expect(outcomes["free"]?.result == "free")
  }

  @Test(arguments: [1, 3, 8])
  func neverRunsMoreThanTheLimit(limit: Int) async throws {
    let graph = try Graph((0..<40).map { Self.node("\($0)") })
    let gauge = Mutex((now: 0, most: 0))
    _ = await graph.walk(limit: limit) { _, _ in
      gauge.withLock {
        $0.now += 1
        $0.most = max($0.most, $0.now)
      }
      await Task.yield()
      gauge.withLock { $0.now -= 1 }
    }
    #expect(gauge.withLock { $0.most } <= limit)
  }

  @Test func startsATaskAsSoonAsItsOwnInputsAreDone() async throws {
    // "late" ends only after "next" has begun: a barrier between levels would wait for ever.
    let graph = try Graph([Self.node("late"), Self.node("early"), Self.node("next", after: ["early"])])
    let (signal, release) = AsyncStream<Void>.makeStream()
    let outcomes: [String: TaskOutcome<String>] = await graph.walk(limit: 3) { node, _ in
      if node.id == "late" { for await _ in signal { break } }
      if node.id == "next" { release.finish() }
      return node.id
    }
    #expect(outcomes.values.count { $0.result != nil } == 3)
  }

  @Test func walksLargeGraphs() async throws {
    let chain = try Graph((0..<10_000).map { Self.node("\($0)", after: $0 == 0 ? [] : ["\($0 - 1)"]) })
    #expect(await chain.walk(limit: 4) { _, _ in 1 }.values.count { $0.result == 1 } == 10_000)
    let fan = try Graph(
      [Self.node("start")] + (0..<1000).map { Self.node("\($0)", after: ["start"]) }
        + [Self.node("end", after: (0..<1000).map(String.init))])
    #expect(await fan.walk(limit: 64) { _, inputs in inputs.count }["end"]?.result == 1000)
  }

  @Test func cancellationReachesRunningTasks() async throws {
    let graph = try Graph([Self.node("a"), Self.node("b", after: ["a"])])
    let (started, begin) = AsyncStream<Void>.makeStream()
    let walk = Task {
      await graph.walk(limit: 1) { _, _ in
        begin.yield()
        try await Task.sleep(for: .seconds(3600))
      }
    }
    for await _ in started { break }
    walk.cancel()
    let outcomes = await walk.value
    #expect(outcomes.values.allSatisfy { $0.result == nil })
  }

  @Test func drawsEveryNodeAndEdge() throws {
    let graph = try Graph([Self.node("a"), Self.node("b", after: ["a"]), Self.node("c", waitsFor: ["a"])])
    #expect(
      graph.drawing("").mermaid == """
        flowchart LR
          n0["a"]
          n1["b"]
          n2["c"]
          n0 --> n1
          n0 -.-> n2

        """)
    #expect(graph.drawing("").dot.contains("n0 -> n2 [style=dashed];"))
  }
}
