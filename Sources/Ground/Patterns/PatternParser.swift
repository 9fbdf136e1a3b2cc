import Basics

/// Reads an expression.
struct PatternParser {
  let scalars: [Unicode.Scalar]
  var position = 0
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

  func fault(_ detail: String) -> PatternError {
    PatternError(detail: "\(detail) (character \(position + 1))")
  }

  var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
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
}
