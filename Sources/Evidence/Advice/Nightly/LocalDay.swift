import Basics
import Foundation

/// Which day of the calendar a moment belongs to, somewhere. A day may have 23, 24 or 25 hours; it is one day.
package struct LocalDay: Sendable {
  private let zone: TimeZone

  /// - Parameter name: such as `Europe/Berlin`; nil for the zone of this machine.
  /// - Throws: `AdviceError` for a zone that nobody knows.
  package init(zone name: String?) throws {
    guard let name else {
      zone = TimeZone.current
      return
    }
    guard let zone = TimeZone(identifier: name) else {
      throw AdviceError(
        .configuration, summary: "No such time zone",
        detail: "'\(name)' is not a zone of the tz database, such as Europe/Berlin or UTC.")
    }
    self.zone = zone
  }

  package func day(of moment: Date) -> CalendarDay {
    let seconds = moment.timeIntervalSince1970 + Double(zone.secondsFromGMT(for: moment))
    return CalendarDay(daysSince1970: Int(saturating: (seconds / 86400).rounded(.down)))
  }
}
