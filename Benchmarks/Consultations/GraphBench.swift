import Basics
import Store
import TaskGraph

/// What a task costs besides its work, on graphs that grow: it should cost the same in a large one.
struct GraphBench: Sendable {
  private enum Shape: String, CaseIterable {
    case fan = "fan out and in"
    case chain
  }

  private static let sizes = [1_000, 2_500, 5_000, 10_000]

  /// Prints a line for each shape and size: microseconds a task, and the ratio to the smallest graph of the shape.
  func run() async throws {
    print("shape            tasks   journal   µs/task   ratio   peak KB/task")
    for shape in Shape.allCases {
      for isJournalled in [false, true] {
        var smallest: Double?
        for size in Self.sizes {
          let before = Measure.peakKilobytes
          let seconds = try await walk(shape, size, isJournalled)
          let each = seconds / Double(size) * 1e6
          let memory = Double(Measure.peakKilobytes - before) / Double(size)
          let ratio = each / (smallest ?? each)
          smallest = smallest ?? each
          print(
            Self.line([
              shape.rawValue.padded(15), "\(size)".padded(7), (isJournalled ? "on" : "off").padded(9),
              Money.decimal(each, places: 1).padded(9), Money.decimal(ratio, places: 2).padded(7),
              Money.decimal(memory, places: 2),
            ]))
        }
      }
    }
  }

  private static func line(_ cells: [String]) -> String { cells.joined(separator: " ") }

  /// Seconds from the first task to the last.
  private func walk(_ shape: Shape, _ size: Int, _ isJournalled: Bool) async throws -> Double {
    let graph = try graph(shape, size)
    let journal = BenchJournal(isOn: isJournalled)
    defer { journal.remove() }
    let run = journal.begin()
    let start = Measure.now
    let outcomes: [String: TaskOutcome<Int>] = await graph.walk(limit: 64) { node, inputs in
      try await journal.keep("done", run: run, key: node.id)
      return 1 + inputs.count
    }
    let seconds = Measure.now - start
    guard outcomes.count == graph.nodes.count, outcomes.values.allSatisfy({ $0.result != nil }) else {
      throw Unfinished()
    }
    return seconds
  }

  private func graph(_ shape: Shape, _ size: Int) throws -> TaskGraph<Int> {
    switch shape {
    case .chain:
      return try TaskGraph(
        (0..<size).map { .init(id: "\($0)", after: $0 == 0 ? [] : ["\($0 - 1)"], payload: $0) })
    case .fan:
      let middle = (1..<(size - 1)).map { "\($0)" }
      return try TaskGraph(
        [.init(id: "first", payload: 0)] + middle.map { .init(id: $0, after: ["first"], payload: 1) }
          + [.init(id: "last", after: middle, payload: 2)])
    }
  }

  private struct Unfinished: Error {}
}

extension String {
  fileprivate func padded(_ width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
