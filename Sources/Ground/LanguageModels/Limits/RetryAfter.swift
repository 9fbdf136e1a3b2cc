import Basics
import CurlHTTP
import FoundationEssentials

/// How long a provider asks to be left alone.
enum RetryAfter {
  /// From `retry-after-ms` or `Retry-After`, in seconds or as a date (RFC 9110); nil where neither says anything.
  static func duration(_ head: HTTPHead, now: Date = Date()) -> Duration? {
    if let text = head["retry-after-ms"], let milliseconds = Double(finite: text), milliseconds >= 0 {
      return .milliseconds(min(milliseconds, 86_400_000))
    }
    guard let text = head["retry-after"] else { return nil }
    if let seconds = Double(finite: text), seconds >= 0 { return .seconds(min(seconds, 86_400)) }
    guard let date = date(text) else { return nil }
    return .seconds(min(max(0, date.timeIntervalSince(now)), 86_400))
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// `Wed, 21 Oct 2026 07:28:00 GMT`, the one form that may still be sent.
  private static func date(_ text: String) -> Date? {
    let words = text.split { " ,:".contains($0) }
    guard words.count == 8, words[7] == "GMT", let day = Int(words[1]), let year = Int(words[3]),
      let month = months.firstIndex(of: String(words[2])), let hour = Int(words[4]),
      let minute = Int(words[5]),
      let second = Int(words[6])
    else { return nil }
    var calendar = Calendar(identifier: .gregorian)
    guard let zone = TimeZone(secondsFromGMT: 0) else { return nil }
    calendar.timeZone = zone
    return calendar.date(
      from: DateComponents(
        year: year, month: month + 1, day: day, hour: hour, minute: minute, second: second))
  }
}
