extension Function {
  static let search: [String: Function] = [
    "regex": Function(2) { arguments throws(FunctionError) in
      guard let regex = safeRegex(try arguments.text(0)) else { return .unknown }
      let text = try arguments.text(1)
      guard text.utf8.count < 10_000 else { return .unknown }
      guard let match = text.firstMatch(of: regex) else {
        throw FunctionError("pattern did not match any part of the given string")
      }
      return value(of: match)
    },
    "regexall": Function(2) { arguments throws(FunctionError) in
      guard let regex = safeRegex(try arguments.text(0)) else { return .unknown }
      let text = try arguments.text(1)
      guard text.utf8.count < 10_000 else { return .unknown }
      return .list(text.matches(of: regex).map { value(of: $0) })
    },
    "replace": Function(3) { arguments throws(FunctionError) in
      let (text, part, replacement) = (try arguments.text(0), try arguments.text(1), try arguments.text(2))
      guard part.count > 1, part.hasPrefix("/"), part.hasSuffix("/") else {
        if part.isEmpty { return .string(text) }
        let pieces = text.split(separator: part, omittingEmptySubsequences: false)
        guard text.utf8.count + pieces.count * replacement.utf8.count <= longest else { return .unknown }
        return .string(pieces.joined(separator: replacement))
      }
      guard !replacement.contains("$"), text.utf8.count < 10_000,
        let regex = safeRegex(String(part.dropFirst().dropLast()))
      else { return .unknown }
      return .string(text.replacing(regex, with: replacement))
    },
  ]

  /// The pattern, unless it is no valid one here or repeats a group that itself repeats or chooses: such a pattern
  /// can take forever.
  private static func safeRegex(_ pattern: String) -> Regex<AnyRegexOutput>? {
    guard pattern.utf8.count < 1_000, !repeatsComplexGroup(pattern) else { return nil }
    do {
      return try Regex(pattern).matchingSemantics(.unicodeScalar)
    } catch {
      return nil
    }
  }

  private static func repeatsComplexGroup(_ pattern: String) -> Bool {
    var isComplex = [false]
    var bytes = Array(pattern.utf8)[...]
    var closedComplex = false
    while let byte = bytes.popFirst() {
      switch byte {
      case UInt8(ascii: "\\"): _ = bytes.popFirst()
      case UInt8(ascii: "("):
        isComplex.append(false)
        if bytes.first == UInt8(ascii: "?") { bytes.removeFirst() }
      case UInt8(ascii: ")"):
        closedComplex = isComplex.count > 1 ? isComplex.removeLast() : false
        if closedComplex { isComplex[isComplex.count - 1] = true }
        continue
      case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "{"):
        if closedComplex { return true }
        isComplex[isComplex.count - 1] = true
      case UInt8(ascii: "|"):
        isComplex[isComplex.count - 1] = true
      default: break
      }
      closedComplex = false
    }
    return false
  }

  /// The whole match without groups, a list of the groups, or an object of the named ones.
  private static func value(of match: Regex<AnyRegexOutput>.Match) -> Value {
    let groups = match.output.dropFirst()
    if groups.isEmpty { return .string(String(match.output[0].substring ?? "")) }
    let texts = groups.map { group in group.substring.map { Value.string(String($0)) } ?? .null }
    let names = groups.compactMap(\.name)
    guard names.count == texts.count else { return .list(texts) }
    return .object(Dictionary(zip(names, texts)) { first, _ in first })
  }
}
