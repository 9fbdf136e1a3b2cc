import Advice
import Foundation
import Testing

/// One report a day, also on days that have 23 or 25 hours.
struct LocalDayTests {
  private func day(_ text: String, _ zone: String) throws -> String {
    let moment = try Date(text, strategy: .iso8601)
    return try LocalDay(zone: zone).day(of: moment).description
  }

  @Test(arguments: [
    // The hour from 2 to 3 is there twice on this night: both are of one day.
    ("2026-10-25T00:30:00Z", "Europe/Berlin", "2026-10-25"),
    ("2026-10-25T01:30:00Z", "Europe/Berlin", "2026-10-25"),
    // And here it is missing.
    ("2026-03-29T00:59:59Z", "Europe/Berlin", "2026-03-29"),
    ("2026-03-29T01:00:00Z", "Europe/Berlin", "2026-03-29"),
    // Midnight itself moves with the clock.
    ("2026-03-28T22:59:59Z", "Europe/Berlin", "2026-03-28"),
    ("2026-03-28T23:00:00Z", "Europe/Berlin", "2026-03-29"),
    ("2026-03-29T21:59:59Z", "Europe/Berlin", "2026-03-29"),
    ("2026-03-29T22:00:00Z", "Europe/Berlin", "2026-03-30"),
    ("2026-11-01T05:30:00Z", "America/New_York", "2026-11-01"),
    ("2026-11-01T06:30:00Z", "America/New_York", "2026-11-01"),
    ("2026-11-02T04:59:59Z", "America/New_York", "2026-11-01"),
    // A zone whose clocks change at midnight, and one half an hour off.
    ("2026-09-06T04:30:00Z", "America/Santiago", "2026-09-06"),
    ("2026-01-01T18:29:59Z", "Asia/Kolkata", "2026-01-01"),
    ("2026-01-01T18:30:00Z", "Asia/Kolkata", "2026-01-02"), ("2024-02-29T23:59:59Z", "UTC", "2024-02-29"),
  ])
  func isTheDayOnTheWall(_ moment: String, _ zone: String, _ expected: String) throws {
    #expect(try day(moment, zone) == expected)
  }

  @Test func refusesAZoneThatIsNone() {
    #expect(throws: AdviceError.self) { try LocalDay(zone: "Mars/Olympus") }
  }

  @Test func countsDays() throws {
    for text in ["1969-12-31", "1970-01-01", "2000-02-29", "2100-03-01", "2026-11-23"] {
      #expect(CalendarDay(text)?.description == text)
    }
    #expect(CalendarDay("2026-02-30") == nil && CalendarDay("26-1-1") == nil && CalendarDay("") == nil)
    #expect(CalendarDay("2026-01-01")?.adding(days: -1).description == "2025-12-31")
  }
}
