import Basics

extension PatternParser {
  mutating func escapedSet() throws(PatternError) -> ScalarSet {
    guard let scalar = next else { throw fault("it ends with a '\\'") }
    position += 1
    switch scalar {
    case "d": return .digits
    case "D": return ScalarSet.digits.negated
    case "w": return .word
    case "W": return ScalarSet.word.negated
    case "s": return .space
    case "S": return ScalarSet.space.negated
    case "n": return ScalarSet(0x0A...0x0A)
    case "t": return ScalarSet(0x09...0x09)
    case "r": return ScalarSet(0x0D...0x0D)
    case "f": return ScalarSet(0x0C...0x0C)
    case "v": return ScalarSet(0x0B...0x0B)
    case "x": return try hexadecimal()
    case "p", "P": return try property(isNegated: scalar == "P")
    default:
      guard !scalar.properties.isAlphabetic, !("0"..."9").contains(scalar) else {
        throw fault("'\\\(scalar)' is not read")
      }
      return ScalarSet(scalar.value...scalar.value)
    }
  }

  private mutating func hexadecimal() throws(PatternError) -> ScalarSet {
    let isLong = take("{")
    var digits = ""
    while let scalar = next, scalar.properties.isASCIIHexDigit, digits.count < (isLong ? 6 : 2) {
      digits.unicodeScalars.append(scalar)
      position += 1
    }
    guard let value = UInt32(digits, radix: 16), !isLong || take("}") else {
      throw fault("'\\x' needs digits")
    }
    return ScalarSet(value...value)
  }

  private mutating func property(isNegated: Bool) throws(PatternError) -> ScalarSet {
    var name = ""
    if take("{") {
      while let scalar = next, scalar != "}" {
        name.unicodeScalars.append(scalar)
        position += 1
      }
      position += 1
    } else if let scalar = next {
      name = String(scalar)
      position += 1
    }
    guard ScalarSet.knownProperties.contains(name) else { throw fault("the class '\(name)' is not read") }
    var set = ScalarSet()
    set.insert(ScalarSet.Property(name: name, isNegated: isNegated))
    return set
  }

  mutating func bracket() throws(PatternError) -> ScalarSet {
    var set = ScalarSet()
    let isNegated = take("^")
    var isFirst = true
    while let scalar = next, scalar != "]" || isFirst {
      isFirst = false
      if scalar == "[", position + 1 < scalars.count, scalars[position + 1] == ":" {
        set.insert(try named())
        continue
      }
      let low = try member()
      guard low.ranges.count == 1, let start = low.ranges.first, start.count == 1, next == "-",
        position + 1 < scalars.count, scalars[position + 1] != "]"
      else {
        set.insert(low)
        continue
      }
      position += 1
      let high = try member()
      guard let end = high.ranges.first, high.ranges.count == 1, end.lowerBound >= start.lowerBound else {
        throw fault("a range is the wrong way round")
      }
      set.insert(start.lowerBound...end.lowerBound)
    }
    guard take("]") else { throw fault("a '[' is not closed") }
    set.isNegated = isNegated
    return set
  }

  private mutating func member() throws(PatternError) -> ScalarSet {
    guard let scalar = next else { throw fault("a '[' is not closed") }
    position += 1
    guard scalar == "\\" else { return ScalarSet(scalar.value...scalar.value) }
    return try escapedSet()
  }

  private mutating func named() throws(PatternError) -> ScalarSet {
    let known: [String: ScalarSet] = [
      "alpha": ScalarSet(0x41...0x5A, 0x61...0x7A), "digit": .digits, "word": .word, "space": .space,
      "alnum": ScalarSet(0x30...0x39, 0x41...0x5A, 0x61...0x7A), "upper": ScalarSet(0x41...0x5A),
      "lower": ScalarSet(0x61...0x7A), "xdigit": ScalarSet(0x30...0x39, 0x41...0x46, 0x61...0x66),
      "punct": ScalarSet(0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E), "print": ScalarSet(0x20...0x7E),
      "graph": ScalarSet(0x21...0x7E), "blank": ScalarSet(0x09...0x09, 0x20...0x20),
      "cntrl": ScalarSet(0...0x1F, 0x7F...0x7F),
    ]
    position += 2
    var name = ""
    while let scalar = next, scalar != ":" {
      name.unicodeScalars.append(scalar)
      position += 1
    }
    guard take(":"), take("]"), let set = known[name] else { throw fault("the class '\(name)' is not read") }
    return set
  }
}
