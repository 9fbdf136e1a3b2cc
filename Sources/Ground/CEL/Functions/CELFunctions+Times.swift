import Basics

extension CELFunctions {
  static let times: [String: Function] = {
    let fields: [(String, @Sendable (CELTime.Parts) -> Int64)] = [
      ("getFullYear", { $0.year }), ("getMonth", { $0.month - 1 }), ("getDate", { $0.day }),
      ("getDayOfMonth", { $0.day - 1 }), ("getDayOfWeek", { $0.dayOfWeek }),
      ("getDayOfYear", { $0.dayOfYear }),
      ("getHours", { $0.hour }), ("getMinutes", { $0.minute }), ("getSeconds", { $0.second }),
      ("getMilliseconds", { $0.milliseconds }),
    ]
    let divisors: [String: Int64] = [
      "getHours": 3_600 * CELTime.second, "getMinutes": 60 * CELTime.second, "getSeconds": CELTime.second,
      "getMilliseconds": 1_000_000,
    ]
    return table(
      fields.map { name, field in
        (
          ".\(name)",
          { values throws(CELError) in
            if case .duration(let duration)? = values.first, values.count == 1, let divisor = divisors[name] {
              return .int(
                name == "getMilliseconds" ? duration % CELTime.second / divisor : duration / divisor)
            }
            guard case .timestamp(let time)? = values.first, values.count <= 2 else {
              throw .noOverload(name)
            }
            return .int(field(CELTime.parts(time, offset: values.count == 2 ? try offset(values[1]) : 0)))
          }
        )
      })
  }()

  /// `UTC`, `+02:00`; names of zones are not known here.
  private static func offset(_ value: CELValue) throws(CELError) -> Int64 {
    guard case .string(let text) = value else { throw .noOverload("time zone") }
    if text == "UTC" || text == "Z" { return 0 }
    let parts = text.drop { $0 == "+" || $0 == "-" }.split(separator: ":").map { Int64($0) }
    guard parts.count == 2, let hours = parts[0], let minutes = parts[1], hours < 24, minutes < 60 else {
      throw CELError(.unknown, detail: "the time zone '\(text)' is not known here")
    }
    return (hours * 3_600 + minutes * 60) * (text.hasPrefix("-") ? -1 : 1)
  }
}
