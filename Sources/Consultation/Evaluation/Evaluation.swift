import Basics
import Evidence
import Experts
import Requirements
import Vocabulary

/// Runs a suite of requests against a panel of recorded models, in several ways of choosing side by side.
package struct Evaluation: Sendable {
  private let suite: Suite
  private let modes: [EvaluationMode]
  private let checks: OfflineChecks
  private let checklist: Checklist
  private let chooser: Chooser

  package init(
    suite: Suite, modes: [EvaluationMode], checks: OfflineChecks, checklist: Checklist,
    workbench: any Workbench
  ) {
    self.suite = suite
    self.modes = modes
    self.checks = checks
    self.checklist = checklist
    chooser = Chooser(checks: checks, workbench: workbench)
  }

  /// One request after the other in parallel over the machine's cores.
  /// - Parameters:
  ///   - limit: requests at the same time.
  ///   - observe: the number of requests that are done.
  ///   - save: gets each choice, in no order.
  package func run(
    limit: Int, observe: (Int) -> Void = { _ in },
    save: @escaping @Sendable (EvaluationMode, String, [Artifact]) throws -> Void = { _, _, _ in }
  ) async throws -> EvaluationReport {
    var sums: [EvaluationMode: EvaluationSum] = [:]
    var checker = CheckerScore()
    var best = 0
    var done = 0
    try await withThrowingTaskGroup(of: RequestResult.self) { group in
      var waiting = suite.requests.makeIterator()
      func start() {
        guard let request = waiting.next() else { return }
        group.addTask { try await result(request, save: save) }
      }
      for _ in 0..<max(1, limit) { start() }
      while let result = try await group.next() {
        start()
        done += 1
        observe(done)
        best += result.isPossible ? 1 : 0
        for (says, right) in result.told { checker.count(says: says, is: right) }
        for (mode, outcome) in result.outcomes { sums[mode, default: EvaluationSum()].add(outcome) }
      }
    }
    return EvaluationReport(
      suite: suite.name, models: suite.models,
      rows: modes.compactMap { mode in sums[mode]?.row(mode, models: suite.models.count) }, best: best,
      checker: checker)
  }

  private struct RequestResult: Sendable {
    var outcomes: [EvaluationMode: RequestOutcome]
    var isPossible: Bool
    var told: [(says: Bool, right: Bool)]
  }

  private func result(
    _ request: SuiteRequest, save: @Sendable (EvaluationMode, String, [Artifact]) throws -> Void
  ) async throws -> RequestResult {
    let clock = ContinuousClock()
    let start = clock.now
    let panel = Panel(request, suite: suite, brief: checklist.brief(for: request.prompt), checks: checks)
    let preparing = (clock.now - start).seconds
    var outcomes: [EvaluationMode: RequestOutcome] = [:]
    for mode in modes where !panel.candidates.isEmpty {
      let begin = clock.now
      let choice = try await chooser.choice(mode, panel: panel)
      try save(mode, request.id, choice.files)
      outcomes[mode] = RequestOutcome(
        choice: choice, bytes: panel.candidates.reduce(0) { $0 + $1.bytes },
        seconds: preparing + (clock.now - begin).seconds)
    }
    return RequestResult(
      outcomes: outcomes,
      isPossible: suite.models.contains { suite.answers[$0]?[request.id]?.isRight == true },
      told: panel.candidates.filter { $0.plans && !$0.isChanged }.map { ($0.passes, $0.isRight) })
  }
}

extension Duration {
  fileprivate var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}
