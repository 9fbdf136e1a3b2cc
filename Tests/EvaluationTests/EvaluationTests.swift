import Evidence
import Experts
import Foundation
import ProviderSchemas
import Requirements
import Synchronization
import Testing
import Vocabulary

@testable import Evaluation

struct EvaluationTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures/suite").path

  private struct Bench: Workbench {
    let checks: OfflineChecks

    func examine(_ files: [Artifact], brief: Brief) -> Evidence { checks.evidence(for: files, brief: brief) }
    func remedy(_ finding: Finding, in files: [Artifact]) -> Remedied? {
      checks.remedy(finding, in: files).map { Remedied(files: $0.files, change: $0.change) }
    }
    func formatted(_ files: [Artifact]) -> [Artifact] { OfflineChecks.formatted(files) }
  }

  private static func report(
    _ models: String, save: @escaping @Sendable (EvaluationMode, String, [Artifact]) -> Void = { _, _, _ in }
  ) async throws -> EvaluationReport {
    let suite = try await SuiteReader(environment: ["PATH": "/usr/bin:/bin"]).suite(
      at: folder, models: models)
    let checks = try OfflineChecks()
    return try await Evaluation(
      suite: suite, modes: EvaluationMode.allCases, checks: checks,
      checklist: try Checklist(schema: try #require(ProviderSchema.shipped("hashicorp/aws"))),
      workbench: Bench(checks: checks)
    ).run(limit: 2, save: save)
  }

  @Test func everyWayOfChoosingIsScoredByTheRecordedVerdict() async throws {
    let report = try await Self.report("family__*")
    #expect(report.models == ["family__a", "family__b", "family__c"])
    #expect(report.best == 2)
    let right = Dictionary(uniqueKeysWithValues: report.rows.map { ($0.mode, $0.right) })
    #expect(right[.random] == 0.67)
    #expect(right[.gate] == 1.5)
    #expect(right[.solo] == 1)
    #expect(right[.ensemble] == 2)
    let row = try #require(report.rows.first { $0.mode == .ensemble })
    #expect((row.total, row.calls, row.changed) == (2, 6, 0))
    #expect(row.low > 0.3 && row.low < 0.4 && row.high == 1)
  }

  @Test func theCheckerIsScoredOnWhatTheRealToolPlans() async throws {
    let score = try await Self.report("family__*").checker
    #expect((score.truePositives, score.falsePositives) == (2, 0))
    #expect((score.falseNegatives, score.trueNegatives) == (0, 1))
    #expect(score.precision == 1 && score.balancedAccuracy == 1)
  }

  @Test func theChosenFilesAreHandedOver() async throws {
    let saved = Mutex<[String: String]>([:])
    _ = try await Self.report("family__*") { mode, request, files in
      saved.withLock { $0["\(mode.rawValue)/\(request)"] = files.map(\.content).joined() }
    }
    let files = saved.withLock { $0 }
    #expect(files.count == EvaluationMode.allCases.count * 2)
    #expect(files["ensemble/one"]?.contains("aws_s3_bucket_versioning") == true)
  }

  @Test func aPatternThatMatchesNothingNamesWhatThereIs() async {
    await #expect {
      try await Self.report("nobody")
    } throws: { "\($0)".contains("other__d") }
  }
}

/// Shares and their differences with what is known of them.
struct IntervalTests {
  @Test func pairsThatDifferSayMore() {
    let none = Interval.paired(first: 0, second: 0, of: 24)
    #expect(none.difference == 0 && none.low < 0 && none.high > 0)
    let better = Interval.paired(first: 1, second: 12, of: 24)
    #expect(abs(better.difference - 11.0 / 24) < 1e-9)
    #expect(better.low > 0 && better.high < 1)
    let few = Interval.paired(first: 0, second: 1, of: 2)
    #expect(few.low < 0)
    #expect(Interval.paired(first: 0, second: 0, of: 0).high == 1)
    let turned = Interval.paired(first: 12, second: 1, of: 24)
    #expect(turned.low == -better.high && turned.high == -better.low)
  }
}
