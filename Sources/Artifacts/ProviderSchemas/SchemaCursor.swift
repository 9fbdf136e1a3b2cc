import Basics
import HCL

/// Reads the compact text of a schema from some place on.
struct SchemaCursor {
  private let bytes: [UInt8]
  private(set) var position: Int

  init(_ bytes: [UInt8], at position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  private var next: UInt8 { position < bytes.count ? bytes[position] : UInt8(ascii: "\n") }

  mutating func line() -> String { word(until: UInt8(ascii: "\n")) }

  /// The text before a byte; moves behind that byte.
  private mutating func word(until end: UInt8) -> String {
    let start = position
    while position < bytes.count, bytes[position] != end { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    position += 1
    return text
  }

  private mutating func number() -> Int {
    var value = 0
    while case let digit = next &- 0x30, digit < 10 {
      value = value &* 10 &+ Int(digit)
      position += 1
    }
    return value
  }

  /// A count and as many `NAME OFFSET` lines.
  mutating func index() -> [String: Int]? {
    guard let count = Int(line()) else { return nil }
    var index: [String: Int] = [:]
    index.reserveCapacity(count)
    for _ in 0..<count {
      let name = word(until: UInt8(ascii: " "))
      index[name] = number()
      position += 1
    }
    return index
  }

  /// `name:USE TYPE` and `name@NESTING MIN-MAX:OFFSET` items, separated by spaces, up to the end of the line.
  mutating func block() -> BlockSchema {
    var block = BlockSchema(attributes: [:], blocks: [:])
    while next != UInt8(ascii: "\n") {
      let start = position
      while next != UInt8(ascii: ":"), next != UInt8(ascii: "@"), next != UInt8(ascii: "\n") { position += 1 }
      let name = String(decoding: bytes[start..<position], as: UTF8.self)
      let isBlock = next == UInt8(ascii: "@")
      position += 1
      if isBlock {
        block.blocks[name] = nestedBlock()
      } else {
        block.attributes[name] = attribute()
      }
      if next == UInt8(ascii: " ") { position += 1 }
    }
    return block
  }

  private mutating func character() -> Character {
    defer { position += 1 }
    return Character(Unicode.Scalar(next))
  }

  private mutating func nestedBlock() -> BlockSchema.NestedBlock {
    let nesting = BlockSchema.NestedBlock.Nesting(rawValue: character()) ?? .list
    let minimum = number()
    position += 1
    let maximum = number()
    let isOpen = take("?")
    position += 1
    return BlockSchema.NestedBlock(
      nesting: nesting, minimum: minimum, maximum: maximum, hasKnownLimit: !isOpen, offset: number())
  }

  private mutating func attribute() -> AttributeSchema {
    let use = AttributeSchema.Use(rawValue: character()) ?? .optional
    let isSensitive = take("!")
    let isDeprecated = take("~")
    return AttributeSchema(use: use, isSensitive: isSensitive, isDeprecated: isDeprecated, type: type())
  }

  private mutating func take(_ byte: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: byte) else { return false }
    position += 1
    return true
  }

  private mutating func type() -> ValueType {
    switch character() {
    case "s": return .string
    case "n": return .number
    case "b": return .bool
    case "L": return .list(type())
    case "S": return .set(type())
    case "M": return .map(type())
    case "[":
      var elements: [ValueType] = []
      while !take("]"), next != UInt8(ascii: "\n") {
        elements.append(type())
        _ = take(",")
      }
      return .tuple(elements)
    case "{":
      var members: [String: ValueType.Member] = [:]
      while !take("}"), next != UInt8(ascii: "\n") {
        let isOptional = take("?")
        let name = word(until: UInt8(ascii: ":"))
        members[name] = ValueType.Member(type(), isOptional: isOptional)
        _ = take(",")
      }
      return .object(members)
    default: return .dynamic
    }
  }
}
