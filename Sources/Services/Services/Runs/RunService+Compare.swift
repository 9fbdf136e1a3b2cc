import Records
import Basics
import Consultation
import Reporting
import Store

extension RunService {
  /// Holds two finished runs against each other, from their journals alone.
  /// - Parameters: ids of runs, or the beginnings of them.
  package func compare(_ first: String, with second: String) async throws -> ReportDifference {
    for run in [first, second] {
      let record = try await find(run)
      guard record.hasTasks else { continue }
      throw ConsultationError(
        .notJournalled, summary: "Not a consultation",
        detail:
          "\(record.id) works through the tasks of a crew; only consultations have decisions to compare.")
    }
    let left = try await replay(first)
    let right = try await replay(second)
    return ReportDifference(
      left.report, second: right.report, partedAt: try await parting(left, right: right))
  }

  /// The first step of the protocol with another result; steps that only one run has count as another result.
  private func parting(_ left: ReplayedRun, right: ReplayedRun) async throws -> (
    key: String, title: String
  )? {
    let first = try await values(left.record.id)
    let second = try await values(right.record.id)
    var seen: Set<String> = []
    let steps = (left.report.steps + right.report.steps).filter { seen.insert($0.key).inserted }
    return steps.first { first[$0.key] != second[$0.key] }.map { ($0.key, $0.title) }
  }

  private func values(_ run: String) async throws -> [String: String] {
    Dictionary(
      try await store().steps(run: run).map { ($0.key, "\($0.status.rawValue) \($0.value.canonical)") },
      uniquingKeysWith: { first, _ in first })
  }
}
