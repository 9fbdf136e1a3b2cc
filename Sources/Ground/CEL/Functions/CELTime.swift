import Basics

/// Durations and times in nanoseconds.
enum CELTime {
  static let second: Int64 = 1_000_000_000

  private static let units: [(String, Double)] = [
    ("ns", 1), ("us", 1_000), ("µs", 1_000), ("ms", 1_000_000), ("s", 1e9), ("m", 60e9), ("h", 3_600e9),
  ]

  /// `1h30m`, `-1.5s`, as Go reads it.
  static func duration(_ text: String) -> Int64? {
    var rest = text[...]
    let isNegative = rest.first == "-"
    if let sign = rest.first, sign == "-" || sign == "+" { rest = rest.dropFirst() }
    if rest == "0" { return 0 }
    guard !rest.isEmpty else { return nil }
    var total = 0.0
    while !rest.isEmpty {
      let digits = rest.prefix { ("0"..."9").contains($0) || $0 == "." }
      guard let number = Double(finite: digits) else { return nil }
      rest = rest.dropFirst(digits.count)
      let name = rest.prefix { !("0"..."9").contains($0) && $0 != "." }
      guard let unit = units.first(where: { $0.0 == name }) else { return nil }
      rest = rest.dropFirst(name.count)
      total += number * unit.1
    }
    return Int64(exactly: (isNegative ? -total : total).rounded())
  }

  /// `90s`, `1.5s`.
  static func text(ofDuration duration: Int64) -> String {
    let (whole, part) = (duration.magnitude / UInt64(second), duration.magnitude % UInt64(second))
    return "\(duration < 0 ? "-" : "")\(whole)\(fraction(part))s"
  }

  private static func fraction(_ nanoseconds: UInt64) -> String {
    guard nanoseconds > 0 else { return "" }
    var digits = String(nanoseconds)
    digits = String(repeating: "0", count: 9 - digits.count) + digits
    while digits.hasSuffix("0") { digits.removeLast() }
    return ".\(digits)"
  }

  static func floorSeconds(_ time: Int64) -> Int64 {
    let (whole, rest) = time.quotientAndRemainder(dividingBy: second)
    return rest < 0 ? whole - 1 : whole
  }

  /// RFC 3339.
  static func timestamp(_ text: String) -> Int64? {
    let bytes = Array(text.utf8)
    func number(_ range: Range<Int>) -> Int64? {
      guard range.upperBound <= bytes.count else { return nil }
      var value: Int64 = 0
      for byte in bytes[range] {
        guard (0x30...0x39).contains(byte) else { return nil }
        value = value * 10 + Int64(byte - 0x30)
      }
      return value
    }
    guard bytes.count >= 20, let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
      let hour = number(11..<13), let minute = number(14..<16), let seconds = number(17..<19),
      bytes[4] == 0x2D, bytes[7] == 0x2D, bytes[10] == 0x54 || bytes[10] == 0x74, bytes[13] == 0x3A,
      bytes[16] == 0x3A, (1...12).contains(month), (1...31).contains(day), hour < 24, minute < 60,
      seconds < 60,
      year >= 1678, year <= 2261
    else { return nil }
    var end = 19
    var nanoseconds: Int64 = 0
    if bytes[end] == 0x2E {
      end += 1
      var scale = second / 10
      while end < bytes.count, (0x30...0x39).contains(bytes[end]) {
        nanoseconds += Int64(bytes[end] - 0x30) * scale
        scale /= 10
        end += 1
      }
    }
    guard end < bytes.count else { return nil }
    var offset: Int64 = 0
    if bytes[end] == 0x5A || bytes[end] == 0x7A {
      guard end + 1 == bytes.count else { return nil }
    } else {
      guard end + 6 == bytes.count, bytes[end + 3] == 0x3A, let hours = number(end + 1..<end + 3),
        let minutes = number(end + 4..<end + 6), bytes[end] == 0x2B || bytes[end] == 0x2D
      else { return nil }
      offset = (hours * 3_600 + minutes * 60) * (bytes[end] == 0x2B ? 1 : -1)
    }
    let total = days(year, month: month, day: day) * 86_400 + hour * 3_600 + minute * 60 + seconds - offset
    return total * second + nanoseconds
  }

  /// Days since 1970 in the Gregorian calendar (Hinnant's algorithm).
  private static func days(_ year: Int64, month: Int64, day: Int64) -> Int64 {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let inEra = shifted - era * 400
    let inYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + inEra * 365 + inEra / 4 - inEra / 100 + inYear - 719_468
  }

  /// The parts of a time.
  struct Parts {
    var year: Int64
    var month: Int64
    var day: Int64
    var hour: Int64
    var minute: Int64
    var second: Int64
    var milliseconds: Int64
    var dayOfWeek: Int64
    var dayOfYear: Int64
  }

  static func parts(_ time: Int64, offset: Int64 = 0) -> Parts {
    let seconds = floorSeconds(time) + offset
    let nanoseconds = time - floorSeconds(time) * second
    var (day, rest) = seconds.quotientAndRemainder(dividingBy: 86_400)
    if rest < 0 {
      day -= 1
      rest += 86_400
    }
    let shifted = day + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let inEra = shifted - era * 146_097
    let yearOfEra = (inEra - inEra / 1_460 + inEra / 36_524 - inEra / 146_096) / 365
    let inYear = inEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * inYear + 2) / 153
    let month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return Parts(
      year: year, month: month, day: inYear - (153 * shiftedMonth + 2) / 5 + 1, hour: rest / 3_600,
      minute: rest % 3_600 / 60, second: rest % 60, milliseconds: nanoseconds / 1_000_000,
      dayOfWeek: ((day + 4) % 7 + 7) % 7, dayOfYear: day - days(year, month: 1, day: 1))
  }

  static func text(ofTimestamp time: Int64) -> String {
    let parts = parts(time)
    func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let nanoseconds = UInt64((time - floorSeconds(time) * second).magnitude)
    return
      "\(parts.year)-\(two(parts.month))-\(two(parts.day))T\(two(parts.hour)):\(two(parts.minute)):\(two(parts.second))\(fraction(nanoseconds))Z"
  }
}
