import Basics

/// A point in time as RFC 3339 writes it, to the second.
package struct Timestamp {
  /// Seconds since 1970-01-01T00:00:00Z.
  package var seconds: Int
  /// The years 1 to 9999, with a day to spare at each end for the offset.
  static let writable = -62_135_510_400...253_402_214_399
  /// Minutes east of UTC, in which the parts are told.
  var offset: Int

  /// Nil for what is not written so.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    func number(_ start: Int, count: Int) -> Int? {
      guard start + count <= bytes.count, bytes[start..<start + count].allSatisfy(Ascii.isDigit) else {
        return nil
      }
      return Int(String(decoding: bytes[start..<start + count], as: UTF8.self))
    }
    guard bytes.count >= 20, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
      let year = number(0, count: 4), let month = number(5, count: 2), let day = number(8, count: 2),
      let hour = number(11, count: 2),
      let minute = number(14, count: 2), let second = number(17, count: 2),
      let date = CivilDate(year: year, month: month, day: day), hour < 24, minute < 60, second < 60
    else { return nil }
    let zone = Array(bytes[19...])
    if zone == [UInt8(ascii: "Z")] {
      offset = 0
    } else if zone.count == 6, zone[3] == UInt8(ascii: ":"), let hours = number(20, count: 2),
      let minutes = number(23, count: 2),
      zone[0] == UInt8(ascii: "+") || zone[0] == UInt8(ascii: "-")
    {
      offset = (hours * 60 + minutes) * (zone[0] == UInt8(ascii: "-") ? -1 : 1)
    } else {
      return nil
    }
    seconds = (date.daysSince1970 * 24 + hour) * 3600 + minute * 60 + second - offset * 60
  }

  /// The text in RFC 3339, in its own offset.
  var text: String {
    let parts = parts
    let zone = offset == 0 ? "Z" : Self.zone(offset, separator: ":")
    return
      "\(Self.padded(parts.year, width: 4))-\(Self.padded(parts.month))-\(Self.padded(parts.day))T\(Self.padded(parts.hour)):\(Self.padded(parts.minute)):\(Self.padded(parts.second))\(zone)"
  }

  static func zone(_ offset: Int, separator: String) -> String {
    "\(offset < 0 ? "-" : "+")\(padded(abs(offset) / 60))\(separator)\(padded(abs(offset) % 60))"
  }

  static func padded(_ number: Int, width: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// What a calendar and a clock in its offset show; `weekday` counts from 0, Sunday.
  var parts: (year: Int, month: Int, day: Int, weekday: Int, hour: Int, minute: Int, second: Int) {
    let local = seconds + offset * 60
    let days = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
    let rest = local - days * 86_400
    let date = CivilDate(daysSince1970: days)
    return (
      date.year, date.month, date.day, ((days + 4) % 7 + 7) % 7, rest / 3600, rest / 60 % 60, rest % 60
    )
  }
}
