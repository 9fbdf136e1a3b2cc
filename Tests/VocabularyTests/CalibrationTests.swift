import Testing

@testable import Vocabulary

struct CalibrationTests {
  @Test func tooFewOutcomesLeaveTheClaimAndSaySo() {
    let few = Calibration([(0.9, true), (0.9, false)])
    #expect(few.published(0.9) == 0.9)
    #expect(few.words == "uncalibrated: 2 of 20 outcomes known")
    #expect(Calibration.none.words == "uncalibrated")
  }

  @Test func aBoastfulPastLowersWhatIsPublished() {
    let claims = (0..<20).map { (confidence: 0.92, isRight: $0 % 2 == 0) }
    let calibration = Calibration(claims)
    #expect(calibration.published(0.92) == 0.58)
    #expect(calibration.published(0.15) == 0.15)
    #expect(calibration.words == "calibrated on 20 outcomes, Brier score 0.4264")
  }

  @Test func certaintyThatWasRightScoresZero() {
    #expect(Calibration((0..<30).map { _ in (1.0, true) }).brier == 0)
  }
}
