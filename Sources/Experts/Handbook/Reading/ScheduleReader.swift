import Experts
import Basics

/// Turns the words for a schedule into both forms: an EventBridge expression and five cron fields, in UTC.
enum ScheduleReader {
  private static let weekdays = [
    "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
  ]

  static func value(_ match: FormMatch, form: String) -> JSONValue? {
    switch form {
    case "rate": rate(match)
    case "every":
      schedule(
        rate: "rate(1 \(match.text(1)?.lowercased() ?? "hour"))",
        cron: match.text(1)?.lowercased() == "minute" ? "* * * * *" : "0 * * * *")
    case "hourly": schedule(rate: "rate(1 hour)", cron: "0 * * * *")
    case "half-hourly": schedule(rate: "rate(30 minutes)", cron: "*/30 * * * *")
    case "twice-daily": schedule(rate: "rate(12 hours)", cron: "0 */12 * * *")
    case "daily", "clock": at(match, hour: 1, days: nil)
    case "weekdays": at(match, hour: 1, days: ("MON-FRI", "1-5"))
    case "weekly":
      weekdays.firstIndex(of: match.text(1)?.lowercased() ?? "").flatMap {
        at(match, hour: 2, days: ("\($0 + 1)", "\($0)"))
      }
    case "once-weekly": schedule(rate: "cron(0 3 ? * 1 *)", cron: "0 3 * * 0")
    case "monthly": schedule(rate: "cron(0 3 1 * ? *)", cron: "0 3 1 * *")
    case "written": written(match)
    default: nil
    }
  }

  private static func rate(_ match: FormMatch) -> JSONValue? {
    guard let number = match.text(1).flatMap(FormFinder.number).flatMap({ Int(exactly: $0) }), number > 0,
      let written = match.text(2)?.lowercased()
    else { return nil }
    let unit = written == "min" ? "minute" : written
    let cron =
      switch unit {
      case "minute": "*/\(number) * * * *"
      case "hour": "0 */\(number) * * *"
      default: "0 3 */\(number) * *"
      }
    return schedule(rate: "rate(\(number) \(unit)\(number == 1 ? "" : "s"))", cron: cron)
  }

  private static func at(
    _ match: FormMatch, hour group: Int, days: (rate: String, cron: String)?
  ) -> JSONValue? {
    let words = ["midnight": 0, "noon": 12]
    var hour = match.text(group).flatMap { Int($0) ?? words[$0.lowercased()] } ?? 3
    let minute = match.text(group + 1).flatMap { Int($0) } ?? 0
    let half = match.text(group + 2)?.lowercased() ?? ""
    if ["pm", "in the afternoon", "in the evening", "at night"].contains(half),
      (5..<12).contains(hour) || half == "pm" && hour < 12
    {
      hour += 12
    }
    if half == "in the afternoon", hour < 5 { hour += 12 }
    if half == "am", hour == 12 { hour = 0 }
    guard hour < 24, minute < 60 else { return nil }
    guard let days else {
      return schedule(rate: "cron(\(minute) \(hour) * * ? *)", cron: "\(minute) \(hour) * * *")
    }
    return schedule(
      rate: "cron(\(minute) \(hour) ? * \(days.rate) *)", cron: "\(minute) \(hour) * * \(days.cron)")
  }

  /// What a schedule that names no time of day comes to.
  static let daily = schedule(rate: "cron(0 3 * * ? *)", cron: "0 3 * * *")

  /// The days of a schedule at the time of day of another; nil where the schedule runs more than once a day.
  static func moved(_ days: JSONValue, to clock: JSONValue) -> JSONValue? {
    guard let rate = fields(days["expression"]), let cron = fields(days["cron"]),
      let time = fields(clock["cron"]), let plain = Int(cron[1]), plain >= 0, rate.count == 6
    else { return nil }
    return schedule(
      rate: "cron(" + (time[0..<2] + rate[2...]).joined(separator: " ") + ")",
      cron: (time[0..<2] + cron[2...]).joined(separator: " "))
  }

  private static func fields(_ value: JSONValue?) -> [String]? {
    guard var text = value?.string else { return nil }
    if text.hasPrefix("cron(") { text = String(text.dropFirst(5).dropLast()) }
    let fields = text.split(separator: " ").map(String.init)
    return fields.count >= 5 ? fields : nil
  }

  private static func written(_ match: FormMatch) -> JSONValue? {
    guard let text = match.text(1),
      text.allSatisfy({ $0.isASCII && $0 != "\"" && $0 != "$" && !$0.isNewline })
    else {
      return nil
    }
    let fields = text.drop { $0 != "(" }.dropFirst().dropLast().split(separator: " ").map(String.init)
    let cron =
      fields.count == 6 ? fields.prefix(5).map { $0 == "?" ? "*" : $0 }.joined(separator: " ") : "0 * * * *"
    return schedule(rate: text, cron: cron)
  }

  private static func schedule(rate: String, cron: String) -> JSONValue {
    ["expression": .string(rate), "cron": .string(cron)]
  }
}
