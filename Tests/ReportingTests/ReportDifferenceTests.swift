import Basics
import Testing
import Vocabulary

@testable import Reporting

struct ReportDifferenceTests {
  @Test func aReportDoesNotDifferFromItself() {
    let report = Fixture.report
    let difference = ReportDifference(report, second: report, partedAt: nil)
    #expect(difference.isEmpty)
    #expect(difference.reason == "Every step has the same result.")
  }

  @Test func whatWasDecidedDifferentlyIsNamedWithItsReason() {
    let first = Fixture.report
    var second = first
    second.run = "run-2"
    second.verdict.confidence = 0.1
    second.price.monthly += 10
    let difference = ReportDifference(first, second: second, partedAt: ("gate", "comparison of the drafts"))
    #expect(difference.lines.map(\.what) == ["confidence", "price"])
    #expect(difference.partedAt == "gate")
    #expect(difference.reason.hasSuffix("is comparison of the drafts."))
    second.request = "something else"
    #expect(ReportDifference(first, second: second, partedAt: nil).reason == "The requests are not the same.")
  }
}
