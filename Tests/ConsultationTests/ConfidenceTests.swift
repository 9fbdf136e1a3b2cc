import Experts
import Testing
import Vocabulary

@testable import Consultation

struct ConfidenceTests {
  private static func confidence(
    _ statuses: [Coverage.Status], share: Double = 1, calibration: Calibration = .none
  ) throws -> Confidence {
    var evidence = Fixture.evidence(price: 10)
    evidence.coverage = statuses.enumerated().map { Coverage(requirement: "REQ-\($0 + 1)", status: $1) }
    return Confidence(
      evidence: evidence, share: share, calibration: calibration, weights: try Weights.shipped().confidence)
  }

  @Test(arguments: [
    ([Coverage.Status.met, .met, .met, .met], 1.0), ([.met, .unknown, .unmet, .met], 0.5), ([.unknown], 0),
    ([], 0), ([.met, .met, .unknown], 2.0 / 3),
  ])
  func itIsNeverAboveWhatIsCovered(statuses: [Coverage.Status], share: Double) throws {
    let confidence = try Self.confidence(statuses)
    #expect(confidence.published <= share && confidence.value <= share)
    #expect(abs(confidence.parts.coverage - share) < 0.006)
  }

  @Test func calibrationMovesItAndCoverageStillBounds() throws {
    let statuses: [Coverage.Status] = [.met, .met, .met, .unknown]
    let claimed = try Self.confidence(statuses, share: 0).value
    let always = Calibration((0..<40).map { _ in (confidence: claimed, isRight: true) })
    let confidence = try Self.confidence(statuses, share: 0, calibration: always)
    #expect(confidence.published > confidence.value && confidence.published <= 0.75)
    #expect(confidence.parts.calibration > 1)
  }

  @Test func whatIsUnknownCountsAsMuchAgainstItAsWhatIsUnmet() throws {
    #expect(try Self.confidence([.met, .unknown]).value == Self.confidence([.met, .unmet]).value)
  }
}
