import Basics
import Experts
import Testing
import Vocabulary

@testable import Consultation

/// Drafts are compared by named criteria, in their order, with the weights of one file.
struct RankTests {
  private static func rank(
    price: Double = 10, findings: [Finding] = [], valid: Bool = true, coverage: Coverage.Status = .met,
    agreement: Double = 0
  ) throws -> EvidenceRank {
    EvidenceRank(
      Fixture.evidence(price: price, findings: findings, valid: valid, coverage: coverage),
      brief: Fixture().brief, weights: try Weights.shipped().rank, agreement: agreement)
  }

  @Test func theFirstCriterionThatDiffersDecides() throws {
    let good = try Self.rank()
    let cases: [(EvidenceRank, RankCriterion)] = [
      (try Self.rank(valid: false), .validity), (try Self.rank(coverage: .unmet), .fitness),
      (try Self.rank(findings: [Fixture.finding("r")]), .graveFindings), (try Self.rank(price: 101), .budget),
      (try Self.rank(coverage: .unknown), .certainty),
      (try Self.rank(findings: [Fixture.finding("r", .medium)]), .findings),
      (try Self.rank(price: 11), .price),
    ]
    for (worse, criterion) in cases {
      #expect(worse < good)
      #expect(good.advantage(over: worse) == criterion)
      #expect(worse.advantage(over: good) == nil)
    }
    #expect(try Self.rank(agreement: 0.5).advantage(over: good) == .agreement)
  }

  @Test func whatIsBrokenLosesWhateverElseSpeaksForIt() throws {
    #expect(try Self.rank(price: 1, valid: false, agreement: 1) < Self.rank(price: 500, coverage: .unmet))
  }

  @Test func equalEvidenceIsOneRank() throws {
    #expect(try Self.rank() == Self.rank())
    #expect(try Self.rank().advantage(over: Self.rank()) == nil)
  }

  @Test func theWeightsThatShipAddUp() throws {
    let weights = try Weights.shipped()
    let confidence = weights.confidence
    let parts = confidence.checked + confidence.safe + confidence.agreed + confidence.priced
    #expect(abs(parts - 1) < 1e-9)
    #expect(confidence.atMost < 1 && weights.claim.atMost < 1)
    let severities: [Severity] = [.info, .low, .medium, .high, .critical]
    for scale in [weights.judge.findings, confidence.findings] {
      #expect(severities.map { scale[$0] } == severities.map { scale[$0] }.sorted())
    }
  }
}
