extension TaskGraph {
  /// Runs every task as soon as what it waits for has ended, at most `limit` at once.
  ///
  /// A task that throws fails alone: tasks that need it are skipped, all others go on. Cancelling the caller
  /// cancels every running task, and those not started fail with `CancellationError`.
  /// - Parameters:
  ///   - limit: at least 1.
  ///   - observe: called in the order of events, never concurrently.
  ///   - body: gets the node and the results of the tasks it waits for that succeeded.
  package func walk<Result: Sendable>(
    limit: Int, observe: (TaskEvent) -> Void = { _ in },
    body: @escaping @Sendable (Node, [String: Result]) async throws -> Result
  ) async -> [String: TaskOutcome<Result>] {
    var walk = Walk<Result>(graph: self)
    let clock = ContinuousClock()
    await withTaskGroup(of: (Int, TaskOutcome<Result>, Duration).self) { group in
      var running = 0
      while true {
        while running < max(1, limit), let place = walk.nextReady(observe) {
          let node = nodes[place]
          let inputs = walk.inputs(of: node)
          observe(.started(node.id))
          running += 1
          group.addTask {
            let start = clock.now
            do {
              try Task.checkCancellation()
              let result = try await body(node, inputs)
              return (place, .succeeded(result), clock.now - start)
            } catch {
              return (place, .failed(error), clock.now - start)
            }
          }
        }
        guard let (place, outcome, elapsed) = await group.next() else { break }
        running -= 1
        switch outcome {
        case .failed(let error): observe(.failed(nodes[place].id, elapsed, reason: String(describing: error)))
        case .succeeded, .skipped: observe(.succeeded(nodes[place].id, elapsed))
        }
        walk.end(place, outcome: outcome)
      }
    }
    return walk.outcomes
  }
}

/// The state of one walk.
private struct Walk<Result: Sendable> {
  var outcomes: [String: TaskOutcome<Result>] = [:]
  private let nodes: [(id: String, after: [String], waitsFor: [String])]
  private let dependents: [[Int]]
  private var missing: [Int]
  private var ready: [Int]
  private var next = 0

  init<Payload>(graph: TaskGraph<Payload>) {
    nodes = graph.nodes.map { ($0.id, $0.after, $0.waitsFor) }
    dependents = graph.dependents
    missing = graph.dependencyCounts
    ready = graph.nodes.indices.filter { graph.dependencyCounts[$0] == 0 }
    outcomes.reserveCapacity(nodes.count)
  }

  /// The next task that can start; tasks whose needs failed are skipped on the way.
  mutating func nextReady(_ observe: (TaskEvent) -> Void) -> Int? {
    while next < ready.count {
      let place = ready[next]
      next += 1
      guard let cause = nodes[place].after.first(where: { outcomes[$0]?.result == nil }) else { return place }
      observe(.skipped(nodes[place].id, because: cause))
      end(place, outcome: .skipped(because: cause))
    }
    return nil
  }

  func inputs<Payload>(of node: TaskGraph<Payload>.Node) -> [String: Result] {
    var inputs: [String: Result] = [:]
    for id in node.after + node.waitsFor { inputs[id] = outcomes[id]?.result }
    return inputs
  }

  mutating func end(_ place: Int, outcome: TaskOutcome<Result>) {
    outcomes[nodes[place].id] = outcome
    for dependent in dependents[place] {
      missing[dependent] -= 1
      if missing[dependent] == 0 { ready.append(dependent) }
    }
  }
}
