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
    case "daily": at(match, hour: 1, weekday: nil)
    case "weekly":
      weekdays.firstIndex(of: match.text(1)?.lowercased() ?? "").flatMap { at(match, hour: 2, weekday: $0) }
    case "once-weekly": schedule(rate: "cron(0 3 ? * 1 *)", cron: "0 3 * * 0")
    case "monthly": schedule(rate: "cron(0 3 1 * ? *)", cron: "0 3 1 * *")
    case "written": written(match)
    default: nil
    }
  }

  private static func rate(_ match: FormMatch) -> JSONValue? {
    guard let number = match.text(1).flatMap(FormFinder.number).map({ Int($0) }), number > 0,
      let unit = match.text(2)?.lowercased()
    else { return nil }
    let cron =
      switch unit {
      case "minute": "*/\(number) * * * *"
      case "hour": "0 */\(number) * * *"
      default: "0 3 */\(number) * *"
      }
    return schedule(rate: "rate(\(number) \(unit)\(number == 1 ? "" : "s"))", cron: cron)
  }

  private static func at(_ match: FormMatch, hour group: Int, weekday: Int?) -> JSONValue? {
    var hour = match.text(group).flatMap { Int($0) } ?? 3
    let minute = match.text(group + 1).flatMap { Int($0) } ?? 0
    let half = match.text(group + 2)?.lowercased()
    if half == "pm", hour < 12 { hour += 12 }
    if half == "am", hour == 12 { hour = 0 }
    guard hour < 24, minute < 60 else { return nil }
    guard let weekday else {
      return schedule(rate: "cron(\(minute) \(hour) * * ? *)", cron: "\(minute) \(hour) * * *")
    }
    return schedule(
      rate: "cron(\(minute) \(hour) ? * \(weekday + 1) *)", cron: "\(minute) \(hour) * * \(weekday)")
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
