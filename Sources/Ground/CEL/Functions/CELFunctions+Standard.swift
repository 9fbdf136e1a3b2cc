import Basics
import Patterns

extension CELFunctions {
  static let standard = table([
    one("size", body: size), one(".size", body: size),
    texts(".contains") { .bool($1.isEmpty || $0.contains($1)) },
    texts(".startsWith") { .bool($0.hasPrefix($1)) },
    texts(".endsWith") { .bool($0.hasSuffix($1)) },
    texts(".matches", body: matches), texts("matches", body: matches),
    one("type") { .type($0.typeName) },
    one("dyn") { $0 },
    one("int", body: int), one("uint", body: uint), one("double", body: double), one("string", body: string),
    one("bytes", body: bytes),
    one("bool", body: bool),
    one("duration") { value throws(CELError) in
      if case .duration = value { return value }
      guard case .string(let text) = value, let duration = CELTime.duration(text) else {
        throw fault("no duration")
      }
      return .duration(duration)
    },
    one("timestamp") { value throws(CELError) in
      switch value {
      case .timestamp: return value
      case .int(let seconds):
        let (nanoseconds, overflows) = seconds.multipliedReportingOverflow(by: CELTime.second)
        guard !overflows else { throw fault("no time") }
        return .timestamp(nanoseconds)
      case .string(let text):
        guard let time = CELTime.timestamp(text) else { throw fault("no time") }
        return .timestamp(time)
      default: throw .noOverload("timestamp")
      }
    },
  ])

  private static let size: @Sendable (CELValue) throws(CELError) -> CELValue = { value throws(CELError) in
    switch value {
    case .string(let text): return .int(Int64(text.unicodeScalars.count))
    case .bytes(let bytes): return .int(Int64(bytes.count))
    case .list(let elements): return .int(Int64(elements.count))
    case .map(let entries): return .int(Int64(entries.count))
    default: throw .noOverload("size")
    }
  }

  static func pattern(_ source: String) throws(CELError) -> Pattern {
    do {
      return try Pattern(source)
    } catch {
      // What this reader of expressions does not take may still be one for others.
      throw CELError(.unknown, detail: "the pattern '\(source)' is not read: \(error.detail)")
    }
  }

  private static let matches: @Sendable (String, String) throws(CELError) -> CELValue = {
    text, source throws(CELError) in .bool(try pattern(source).matches(text))
  }

  private static let int: @Sendable (CELValue) throws(CELError) -> CELValue = { value throws(CELError) in
    switch value {
    case .int: return value
    case .uint(let number): if let whole = Int64(exactly: number) { return .int(whole) }
    case .double(let number):
      if let whole = Int64(exactly: number.rounded(.towardZero)) { return .int(whole) }
    case .string(let text): if let whole = Int64(text) { return .int(whole) }
    case .timestamp(let time): return .int(CELTime.floorSeconds(time))
    default: throw .noOverload("int")
    }
    throw fault("no whole number")
  }

  private static let uint: @Sendable (CELValue) throws(CELError) -> CELValue = { value throws(CELError) in
    switch value {
    case .uint: return value
    case .int(let number): if let whole = UInt64(exactly: number) { return .uint(whole) }
    case .double(let number):
      if let whole = UInt64(exactly: number.rounded(.towardZero)) { return .uint(whole) }
    case .string(let text): if let whole = UInt64(text) { return .uint(whole) }
    default: throw .noOverload("uint")
    }
    throw fault("no unsigned number")
  }

  private static let double: @Sendable (CELValue) throws(CELError) -> CELValue = { value throws(CELError) in
    switch value {
    case .double: return value
    case .int(let number): return .double(Double(number))
    case .uint(let number): return .double(Double(number))
    case .string(let text):
      guard let number = Double(finite: text) else { throw fault("no number") }
      return .double(number)
    default: throw .noOverload("double")
    }
  }

  private static let bool: @Sendable (CELValue) throws(CELError) -> CELValue = { value throws(CELError) in
    switch value {
    case .bool: return value
    case .string(let text):
      if ["1", "t", "true", "TRUE", "True"].contains(text) { return .bool(true) }
      if ["0", "f", "false", "FALSE", "False"].contains(text) { return .bool(false) }
      throw fault("no truth value")
    default: throw .noOverload("bool")
    }
  }

  private static let bytes: @Sendable (CELValue) throws(CELError) -> CELValue = { value throws(CELError) in
    switch value {
    case .bytes: return value
    case .string(let text): return .bytes(Array(text.utf8))
    default: throw .noOverload("bytes")
    }
  }

  private static let string: @Sendable (CELValue) throws(CELError) -> CELValue = { value throws(CELError) in
    switch value {
    case .string: return value
    case .int(let number): return .string(String(number))
    case .uint(let number): return .string(String(number))
    case .bool(let flag): return .string(String(flag))
    case .double(let number):
      return .string(Int64(exactly: number).map { String($0) } ?? String(number))
    case .bytes(let bytes):
      guard let text = String(validating: bytes, as: UTF8.self) else { throw fault("no text") }
      return .string(text)
    case .duration(let duration): return .string(CELTime.text(ofDuration: duration))
    case .timestamp(let time): return .string(CELTime.text(ofTimestamp: time))
    case .address(let address): return .string(address.description)
    case .block(let address, let prefix): return .string("\(address)/\(prefix)")
    default: throw .noOverload("string")
    }
  }
}
