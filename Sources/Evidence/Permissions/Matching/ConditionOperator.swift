import HCL

/// How one value of a request is compared with one value of a condition, and whether the operator denies it.
enum ConditionOperator {
  case text(isFolded: Bool), pattern, name, number(Ordering), time(Ordering), truth, bytes, address, null

  enum Ordering { case equal, less, lessOrEqual, greater, greaterOrEqual }

  /// Nil for an operator that the language does not have; `isNegated` where it asks for the opposite.
  static func named(_ name: String) -> (operation: ConditionOperator, isNegated: Bool)? {
    switch name {
    case "StringEquals": (.text(isFolded: false), false)
    case "StringNotEquals": (.text(isFolded: false), true)
    case "StringEqualsIgnoreCase": (.text(isFolded: true), false)
    case "StringNotEqualsIgnoreCase": (.text(isFolded: true), true)
    case "StringLike": (.pattern, false)
    case "StringNotLike": (.pattern, true)
    case "ArnEquals", "ArnLike": (.name, false)
    case "ArnNotEquals", "ArnNotLike": (.name, true)
    case "NumericEquals": (.number(.equal), false)
    case "NumericNotEquals": (.number(.equal), true)
    case "NumericLessThan": (.number(.less), false)
    case "NumericLessThanEquals": (.number(.lessOrEqual), false)
    case "NumericGreaterThan": (.number(.greater), false)
    case "NumericGreaterThanEquals": (.number(.greaterOrEqual), false)
    case "DateEquals": (.time(.equal), false)
    case "DateNotEquals": (.time(.equal), true)
    case "DateLessThan": (.time(.less), false)
    case "DateLessThanEquals": (.time(.lessOrEqual), false)
    case "DateGreaterThan": (.time(.greater), false)
    case "DateGreaterThanEquals": (.time(.greaterOrEqual), false)
    case "Bool": (.truth, false)
    case "BinaryEquals": (.bytes, false)
    case "IpAddress": (.address, false)
    case "NotIpAddress": (.address, true)
    case "Null": (.null, false)
    default: nil
    }
  }

  /// Whether the request's value fits the policy's.
  func fits(_ value: String, wanted: PolicyPattern) -> PolicyPattern.Extent {
    switch self {
    case .text(let isFolded):
      let pattern = wanted.literal(isFolded: isFolded)
      return pattern.extent(over: PolicyPattern(value, isFolded: isFolded).literal(isFolded: isFolded))
    case .pattern: return wanted.extent(over: PolicyPattern(value).literal(isFolded: false))
    case .name: return Self.fits(name: value, wanted: wanted)
    case .number(let ordering): return Self.compare(Double(value), with: Double(wanted.text), by: ordering)
    case .time(let ordering):
      return Self.compare(Self.time(value), with: Self.time(wanted.text), by: ordering)
    case .truth: return value.lowercased() == wanted.text.lowercased() ? .whole : .none
    case .bytes: return value == wanted.text ? .whole : .none
    case .address:
      guard let block = Self.block(wanted.text), let address = Self.block(value) else { return .none }
      return block.contains(address) ? .whole : .none
    case .null: return .none
    }
  }

  /// The six parts of a name are compared one by one, so that a wildcard does not reach into the next.
  private static func fits(name: String, wanted: PolicyPattern) -> PolicyPattern.Extent {
    let patterns = wanted.text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
    let parts = name.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
    guard patterns.count == 6, parts.count == 6 else {
      // What is no name of six parts is compared as one only where it may still become such a name.
      let isOpen = patterns.count == 1 || wanted.text.unicodeScalars.contains(PolicyPattern.symbolStart)
      return isOpen ? wanted.extent(over: PolicyPattern(name).literal(isFolded: false)) : .none
    }
    var worst = PolicyPattern.Extent.whole
    for (pattern, part) in zip(patterns, parts) {
      let extent = PolicyPattern(String(pattern)).extent(
        over: PolicyPattern(String(part)).literal(isFolded: false))
      if extent == .none { return .none }
      if extent != .whole { worst = extent }
    }
    return worst
  }

  /// An address alone is a block of one.
  private static func block(_ text: String) -> AddressBlock? {
    AddressBlock(text.contains("/") ? text : text + (text.contains(":") ? "/128" : "/32"))
  }

  private static func compare(_ left: Double?, with right: Double?, by ordering: Ordering)
    -> PolicyPattern.Extent
  {
    guard let left, let right else { return .none }
    let holds =
      switch ordering {
      case .equal: left == right
      case .less: left < right
      case .lessOrEqual: left <= right
      case .greater: left > right
      case .greaterOrEqual: left >= right
      }
    return holds ? .whole : .none
  }

  /// Seconds since 1970, given as such or as a date of ISO 8601.
  private static func time(_ text: String) -> Double? {
    if let seconds = Double(text) { return seconds }
    // A day alone is its midnight.
    let moment = text.contains("T") ? text : "\(text)T00:00:00Z"
    return Timestamp(moment).map { Double($0.seconds) }
  }
}

extension PolicyPattern {
  /// The same text with its wildcards taken as the characters they are.
  func literal(isFolded: Bool) -> PolicyPattern {
    let source = isFolded ? PolicyPattern(text, isFolded: true) : self
    return PolicyPattern(
      text: source.text,
      tokens: source.tokens.map { token in
        switch token {
        case .anyRun: .character("*")
        case .anyOne: .character("?")
        case .character, .symbol: token
        }
      })
  }
}
