import Basics

/// A day of the calendar, without a time or a zone.
package struct CalendarDay: Hashable, Sendable, Comparable, Codable {
  /// Days since 1 January 1970.
  package let daysSince1970: Int

  package init(daysSince1970: Int) {
    self.daysSince1970 = daysSince1970
  }

  /// From `2026-11-23`; what follows the day, as in a time, is not looked at. Nil for anything else.
  package init?(_ text: some StringProtocol) {
    let parts = text.prefix(10).split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      let date = CivilDate(year: year, month: month, day: day), date.description == text.prefix(10)
    else { return nil }
    daysSince1970 = date.daysSince1970
  }

  package static func < (left: CalendarDay, right: CalendarDay) -> Bool {
    left.daysSince1970 < right.daysSince1970
  }

  package func adding(days: Int) -> CalendarDay { CalendarDay(daysSince1970: daysSince1970 + days) }
}

extension CalendarDay: CustomStringConvertible {
  /// `2026-11-23`.
  package var description: String { CivilDate(daysSince1970: daysSince1970).description }
}
