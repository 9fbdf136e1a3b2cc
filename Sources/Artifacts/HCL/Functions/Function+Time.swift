extension Function {
  static let time: [String: Function] = [
    "timeadd": Function(2) { arguments throws(FunctionError) in
      var time = try timestamp(arguments, index: 0)
      guard let duration = seconds(try arguments.text(1)) else {
        throw FunctionError("not a valid duration string", argument: 1)
      }
      // Parts of a second would show in the result in a form of their own.
      guard let whole = Int(exactly: duration) else { return .unknown }
      let moved = time.seconds.addingReportingOverflow(whole)
      guard !moved.overflow, Timestamp.writable.contains(moved.partialValue) else {
        throw FunctionError("the time lies outside of the years that can be written", argument: 1)
      }
      time.seconds = moved.partialValue
      return .string(time.text)
    },
    "timecmp": Function(2) { arguments throws(FunctionError) in
      let (left, right) = (
        try timestamp(arguments, index: 0).seconds, try timestamp(arguments, index: 1).seconds
      )
      return .number(left < right ? -1 : left > right ? 1 : 0)
    },
    "formatdate": Function(2) { arguments throws(FunctionError) in
      .string(try formatted(try timestamp(arguments, index: 1), format: try arguments.text(0)))
    },
  ]

  private static func timestamp(_ arguments: Arguments, index: Int) throws(FunctionError) -> Timestamp {
    guard let time = Timestamp(try arguments.text(index)) else {
      throw FunctionError("not a valid RFC3339 timestamp", argument: index)
    }
    return time
  }

  /// Go's form of durations: `1h30m`, `-10s`, `1.5h`.
  private static func seconds(_ text: String) -> Double? {
    let isNegative = text.hasPrefix("-")
    var rest = text.hasPrefix("-") || text.hasPrefix("+") ? text.dropFirst() : text[...]
    guard !rest.isEmpty else { return nil }
    var sum = 0.0
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      rest = rest.dropFirst(digits.count)
      let unit = rest.prefix { !$0.isNumber && $0 != "." }
      rest = rest.dropFirst(unit.count)
      guard let number = Double(digits), let scale = units[String(unit)] else {
        return text == "0" ? 0 : nil
      }
      sum += number * scale
    }
    return isNegative ? -sum : sum
  }

  private static let units = ["ns": 1e-9, "us": 1e-6, "µs": 1e-6, "ms": 1e-3, "s": 1, "m": 60, "h": 3600]

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November",
    "December",
  ]
  private static let weekdays = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]

  /// Runs of one letter are parts of the date; a text between single quotes stands for itself.
  private static func formatted(_ time: Timestamp, format: String) throws(FunctionError) -> String {
    var result = ""
    var rest = format[...]
    while let first = rest.first {
      if first == "'" {
        rest = rest.dropFirst()
        while let next = rest.first {
          rest = rest.dropFirst()
          if next != "'" {
            result.append(next)
          } else if rest.first == "'" {
            result.append("'")
            rest = rest.dropFirst()
          } else {
            break
          }
        }
        continue
      }
      let run = rest.prefix { $0 == first }
      rest = rest.dropFirst(run.count)
      guard first.isASCII, first.isLetter else {
        result += run
        continue
      }
      guard let part = part(String(run), time: time) else {
        throw FunctionError("invalid date format verb \"\(run)\"", argument: 0)
      }
      result += part
    }
    return result
  }

  private static func part(_ verb: String, time: Timestamp) -> String? {
    let parts = time.parts
    let half = parts.hour % 12 == 0 ? 12 : parts.hour % 12
    return switch verb {
    case "YYYY": Timestamp.padded(parts.year, width: 4)
    case "YY": Timestamp.padded(parts.year % 100)
    case "MMMM": months[parts.month - 1]
    case "MMM": String(months[parts.month - 1].prefix(3))
    case "MM": Timestamp.padded(parts.month)
    case "M": String(parts.month)
    case "DD": Timestamp.padded(parts.day)
    case "D": String(parts.day)
    case "EEEE": weekdays[parts.weekday]
    case "EEE": String(weekdays[parts.weekday].prefix(3))
    case "hh": Timestamp.padded(parts.hour)
    case "h": String(parts.hour)
    case "HH": Timestamp.padded(half)
    case "H": String(half)
    case "AA": parts.hour < 12 ? "AM" : "PM"
    case "aa": parts.hour < 12 ? "am" : "pm"
    case "mm": Timestamp.padded(parts.minute)
    case "m": String(parts.minute)
    case "ss": Timestamp.padded(parts.second)
    case "s": String(parts.second)
    case "ZZZZZ": Timestamp.zone(time.offset, separator: ":")
    case "ZZZZ": Timestamp.zone(time.offset, separator: "")
    case "ZZZ": time.offset == 0 ? "UTC" : Timestamp.zone(time.offset, separator: "")
    case "Z": time.offset == 0 ? "Z" : Timestamp.zone(time.offset, separator: ":")
    default: nil
    }
  }
}
