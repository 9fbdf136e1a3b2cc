import Basics
import Testing

/// Numbers from outside, however large.
struct CheckedNumbersTests {
  private static let extremes = [
    1e300, -1e300, .nan, .infinity, -.infinity, 2e18, 9.3e18, -9.3e18, 0x1p63, 1.5, -1.5,
    1e30, .greatestFiniteMagnitude,
  ]

  @Test(arguments: extremes) func nothingStopsTheProgram(number: Double) {
    let nearest = min(max(number.rounded(.towardZero), -0x1p63), 0x1p63)
    #expect(Double(Int(saturating: number)) == (number.isNaN ? 0 : nearest))
    #expect(!Money.text(number).isEmpty)
    #expect(!Money.decimal(number, places: 6).isEmpty)
    #expect(Money.percent(number).hasSuffix(" %"))
    #expect(!JSONValue.number(number).compact.isEmpty)
  }

  @Test(arguments: [
    (2e18, "$2,000,000,000,000,000,000.00"), (-1234.5, "-$1,234.50"), (0.004, "$0.00"), (-0.001, "$0.00"),
    (1e40, "$1e+40"), (-1e300, "-$1e+300"), (.nan, "an amount that cannot be told"),
  ])
  func moneyIsWrittenOut(amount: Double, text: String) {
    #expect(Money.text(amount) == text)
  }

  @Test(arguments: [
    (9.3e18, 2, "9300000000000000000.00"), (1e15, 0, "1000000000000000"),
    (0.125, 2, "0.13"),
    (-0.4, 0, "0"), (1e50, 2, "1e+50"),
  ])
  func decimalsAreWrittenOut(number: Double, places: Int, text: String) {
    #expect(Money.decimal(number, places: places) == text)
  }

  @Test(arguments: ["nan", "inf", "-infinity", "0x10", "1e999", "", " 1", "1 ", "١"])
  func aTextThatIsNoNumberIsNone(text: String) {
    #expect(Double(finite: text) == nil)
  }

  @Test(arguments: [("1", 1.0), ("-2.5", -2.5), ("1e3", 1000), ("+4", 4), (".5", 0.5)])
  func aTextThatIsANumberIsOne(text: String, number: Double) {
    #expect(Double(finite: text) == number)
  }

  @Test func sumsAndProductsStayWithinInt() {
    #expect(Int.max.addingSaturated(1) == .max && Int.min.addingSaturated(-1) == .min)
    #expect(Int.max.multipliedSaturated(by: 2) == .max && Int.min.multipliedSaturated(by: 2) == .min)
    #expect(2.addingSaturated(3) == 5 && 2.multipliedSaturated(by: -3) == -6)
  }
}
