import Basics

/// Reads an expression.
struct PatternParser {
  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var depth = 0
  private var ignoresCase = false
  private var dotMatchesNewline = false
  private var isMultiline = false

  private static let longest = 16_384
  private static let deepest = 100
  /// As RE2 has it.
  private static let mostRepeats = 1_000

  init(_ source: String) { scalars = Array(source.unicodeScalars) }

  mutating func parse() throws(PatternError) -> PatternTree {
    guard scalars.count <= Self.longest else { throw fault("it is longer than \(Self.longest) characters") }
    let tree = try choice()
    guard position == scalars.count else { throw fault("a ')' closes nothing") }
    return tree
  }

  private func fault(_ detail: String) -> PatternError {
    PatternError(detail: "\(detail) (character \(position + 1))")
  }

  private var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    position += 1
    return true
  }

  private mutating func choice() throws(PatternError) -> PatternTree {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw fault("groups are nested too deep") }
    let flags = (ignoresCase, dotMatchesNewline, isMultiline)
    defer { (ignoresCase, dotMatchesNewline, isMultiline) = flags }
    var ways = [try sequence()]
    while take("|") { ways.append(try sequence()) }
    return ways.count == 1 ? ways[0] : .choice(ways)
  }

  private mutating func sequence() throws(PatternError) -> PatternTree {
    var parts: [PatternTree] = []
    while let scalar = next, scalar != "|", scalar != ")" { parts.append(try repetition()) }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func repetition() throws(PatternError) -> PatternTree {
    var tree = try atom()
    while let scalar = next {
      let (least, most): (Int, Int?)
      switch scalar {
      case "*": (least, most) = (0, nil)
      case "+": (least, most) = (1, nil)
      case "?": (least, most) = (0, 1)
      case "{":
        guard let bounds = try bounds() else { return tree }
        (least, most) = bounds
        position -= 1
      default: return tree
      }
      position += 1
      tree = .repeated(tree, least: least, most: most, isLazy: take("?"))
    }
    return tree
  }

  /// `{2}`, `{2,}`, `{2,5}`; nil for a brace that stands for itself.
  private mutating func bounds() throws(PatternError) -> (Int, Int?)? {
    let start = position
    position += 1
    guard let least = number() else {
      position = start
      return nil
    }
    var most: Int? = least
    if take(",") { most = number() }
    guard take("}") else {
      position = start
      return nil
    }
    guard least <= Self.mostRepeats, most ?? 0 <= Self.mostRepeats, most.map({ $0 >= least }) ?? true else {
      throw fault("it repeats more than \(Self.mostRepeats) times, or its bounds are the wrong way round")
    }
    return (least, most)
  }

  private mutating func number() -> Int? {
    let start = position
    while let scalar = next, ("0"..."9").contains(scalar), position - start < 6 { position += 1 }
    return Int(String(String.UnicodeScalarView(scalars[start..<position])))
  }

  private mutating func atom() throws(PatternError) -> PatternTree {
    guard let scalar = next else { return .empty }
    position += 1
    switch scalar {
    case "(": return try group()
    case "[": return .set(cased(try bracket()))
    case ".":
      return .set(dotMatchesNewline ? ScalarSet(0...0x10FFFF) : ScalarSet(0x0A...0x0A).negated)
    case "^": return .assert(isMultiline ? .lineStart : .start)
    case "$": return .assert(isMultiline ? .lineEnd : .end)
    case "\\": return try escape()
    case "*", "+", "?": throw fault("'\(scalar)' has nothing to repeat")
    default: return .set(cased(ScalarSet(scalar.value...scalar.value)))
    }
  }

  private func cased(_ set: ScalarSet) -> ScalarSet {
    var set = set
    set.ignoresCase = ignoresCase
    return set
  }

  private mutating func group() throws(PatternError) -> PatternTree {
    if take("?") {
      if take("P") || next == "<" {
        guard take("<") else { throw fault("a group's name has to be in '<>'") }
        while let scalar = next, scalar != ">" {
          position += scalar == "=" || scalar == "!" ? scalars.count : 1
        }
        guard take(">") else { throw fault("what the group asks for is not read") }
      } else if !take(":") {
        guard try readFlags() else { return .empty }
      }
    }
    let tree = try choice()
    guard take(")") else { throw fault("a '(' is not closed") }
    return tree
  }

  /// `i`, `s`, `m` and their denials; false where they stand for the rest of the group and not for one of their own.
  private mutating func readFlags() throws(PatternError) -> Bool {
    var isOn = true
    while let scalar = next {
      position += 1
      switch scalar {
      case "i": ignoresCase = isOn
      case "s": dotMatchesNewline = isOn
      case "m": isMultiline = isOn
      case "U": throw fault("the flag 'U' is not read")
      case "-": isOn = false
      case ":": return true
      case ")": return false
      default: throw fault("what the group asks for is not read")
      }
    }
    throw fault("a '(' is not closed")
  }

  private mutating func escape() throws(PatternError) -> PatternTree {
    guard let scalar = next else { throw fault("it ends with a '\\'") }
    switch scalar {
    case "A":
      position += 1
      return .assert(.start)
    case "z":
      position += 1
      return .assert(.end)
    case "b":
      position += 1
      return .assert(.wordBoundary)
    case "B":
      position += 1
      return .assert(.noWordBoundary)
    default: return .set(cased(try escapedSet()))
    }
  }

  private mutating func escapedSet() throws(PatternError) -> ScalarSet {
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

  private mutating func bracket() throws(PatternError) -> ScalarSet {
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
