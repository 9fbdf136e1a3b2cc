import Basics
import FoundationEssentials
import Testing

struct TextTests {
  @Test(arguments: [
    (0, "$0.00"), (1234.5, "$1,234.50"), (-3, "-$3.00"), (999_999.995, "$1,000,000.00"), (0.004, "$0.00"),
    (12_345_678.9, "$12,345,678.90"),
  ])
  func moneyReadsAsPeopleWriteIt(amount: Double, text: String) {
    #expect(Money.text(amount) == text)
  }

  @Test(arguments: [(2.345, 2, "2.35"), (-0.001, 2, "0.00"), (10, 0, "10"), (0.05, 1, "0.1")])
  func decimalsAreFixed(number: Double, places: Int, text: String) {
    #expect(Money.decimal(number, places: places) == text)
  }

  @Test(arguments: [
    ("temprature", "temperature"), ("eu-west-9", "eu-west-1"), ("gaol", "goal"), ("xyz", nil),
    ("rol", "role"),
  ])
  func findsTheNearestWord(word: String, nearest: String?) {
    #expect(Spelling.nearest(to: word, in: ["temperature", "eu-west-1", "role", "goal"]) == nearest)
  }

  @Test func identifiersSortByTime() {
    let early = RunIdentifier.make(at: Date(timeIntervalSince1970: 1_700_000_000))
    let late = RunIdentifier.make(at: Date(timeIntervalSince1970: 1_700_000_001), prefix: "")
    #expect(early.hasPrefix("20231114-221320-"))
    #expect(early < late)
  }

  @Test func aTimeoutCancelsTheBody() async {
    struct Late: Error {}
    await #expect(throws: Late.self) {
      try await withTimeout(.milliseconds(20), error: Late()) { try await Task.sleep(for: .seconds(3600)) }
    }
  }
}
