import LanguageModels
import Testing

/// Every fault of the scripted server in every phase of a run. `swift test --filter FaultTable` prints the table.
struct FaultTableTests {
  /// The limit is that nothing hangs: a single stall of the server is longer than all cells together on an idle machine.
  @Test(.timeLimit(.minutes(5))) func everyFaultInEveryPhaseEndsWell() async throws {
    let cells = Trouble.all.flatMap { trouble in Phase.allCases.map { FaultCell(trouble: trouble, phase: $0) }
    }
    var results: [(cell: FaultCell, result: FaultCell.Result)] = []
    try await withThrowingTaskGroup(of: (Int, FaultCell.Result).self) { group in
      var next = 0
      func add() {
        guard next < cells.count else { return }
        let (place, cell) = (next, cells[next])
        next += 1
        group.addTask { (place, try await cell.run()) }
      }
      for _ in 0..<12 { add() }
      while let (place, result) = try await group.next() {
        results.append((cells[place], result))
        add()
      }
    }
    for trouble in Trouble.all.map(\.description) {
      for phase in Phase.allCases {
        guard
          let (_, result) = results.first(where: { "\($0.cell.trouble)" == trouble && $0.cell.phase == phase }
          )
        else { continue }
        check(result, "\(trouble) in \(phase.rawValue)")
        let reason =
          result.reason.split(whereSeparator: \.isNewline).first.map { ": \($0.prefix(150))" } ?? ""
        print(
          "| \(trouble) | \(phase.rawValue) | \(result.ending.rawValue)\(reason) | \(tenths(result.seconds)) s |"
        )
      }
    }
    #expect(results.count == cells.count)
  }

  private func check(_ result: FaultCell.Result, _ place: String) {
    #expect(result.ending == .fine || !result.reason.isEmpty, "\(place) ended without a reason")
    #expect(result.spent.dollars <= FaultCell.limits.dollars ?? 0, "\(place) passed its budget")
    #expect(result.spent.tokens <= FaultCell.limits.tokens ?? 0, "\(place) passed its budget")
    #expect(result.spent.calls <= FaultCell.limits.calls ?? 0, "\(place) passed its budget")
  }

  private func tenths(_ seconds: Double) -> String { "\((seconds * 10).rounded() / 10)" }
}
