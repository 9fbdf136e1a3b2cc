import Basics

/// `'%s is %d'.format([…])`.
struct CELFormat {
  private let text: String

  init(_ text: String) { self.text = text }

  func applied(to values: [CELValue]) throws(CELError) -> String {
    var result = ""
    var next = 0
    var rest = text[...]
    while let mark = rest.firstIndex(of: "%") {
      result += rest[..<mark]
      rest = rest[rest.index(after: mark)...]
      if rest.first == "%" {
        result += "%"
        rest = rest.dropFirst()
        continue
      }
      var places: Int?
      if rest.first == "." {
        let digits = rest.dropFirst().prefix { ("0"..."9").contains($0) }
        places = Int(digits)
        rest = rest.dropFirst(1 + digits.count)
      }
      guard let verb = rest.popFirst() else { throw CELFunctions.fault("a '%' stands alone") }
      guard next < values.count else { throw CELFunctions.fault("there are too few values") }
      result += try Self.text(values[next], verb: verb, places: places)
      next += 1
    }
    return result + rest
  }

  private static func text(_ value: CELValue, verb: Character, places: Int?) throws(CELError) -> String {
    switch (verb, value) {
    case ("s", _): return try plain(value)
    case ("d", .int(let number)): return String(number)
    case ("d", .uint(let number)): return String(number)
    case ("b", .int(let number)): return String(number, radix: 2)
    case ("b", .uint(let number)): return String(number, radix: 2)
    case ("b", .bool(let flag)): return flag ? "1" : "0"
    case ("o", .int(let number)): return String(number, radix: 8)
    case ("x", .int(let number)): return String(number, radix: 16)
    case ("X", .int(let number)): return String(number, radix: 16, uppercase: true)
    case ("x", .string(let text)):
      return text.utf8.map { $0 < 16 ? "0\(String($0, radix: 16))" : String($0, radix: 16) }.joined()
    case ("f", .double(let number)): return Money.decimal(number, places: places ?? 6)
    case ("f", .int(let number)): return Money.decimal(Double(number), places: places ?? 6)
    default: throw CELError(.unknown, detail: "'%\(verb)' is not read for a \(value.typeName)")
    }
  }

  private static func plain(_ value: CELValue) throws(CELError) -> String {
    switch value {
    case .null: return "null"
    case .list(let elements):
      var texts: [String] = []
      for element in elements { texts.append(try plain(element)) }
      return "[\(texts.joined(separator: ", "))]"
    case .map(let entries):
      var texts: [(String, String)] = []
      for (key, value) in entries { texts.append((try plain(key), try plain(value))) }
      return "{\(texts.sorted { $0.0 < $1.0 }.map { "\($0): \($1)" }.joined(separator: ", "))}"
    case .type(let name): return name
    default:
      guard let function = CELFunctions.standard["string"], case .string(let text) = try function([value])
      else {
        throw .noOverload("format")
      }
      return text
    }
  }
}
