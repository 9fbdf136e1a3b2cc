/// What a condition of Falco is made of.
struct Condition: Sendable {
  /// Why a condition cannot be read.
  struct Fault: Error, Hashable {
    var detail: String
  }

  /// Fields that it compares.
  private(set) var fields: [String] = []
  /// Words that stand for another condition.
  private(set) var macros: [String] = []

  private var tokens: ArraySlice<ConditionToken>

  /// Operators between a field and one value.
  private static let comparing: Set<String> = [
    "=", "==", "!=", "<", "<=", ">", ">=", "contains", "icontains", "bcontains", "startswith", "bstartswith",
    "endswith", "glob", "iglob", "regex",
  ]
  /// Operators between a field and a list.
  private static let listing: Set<String> = ["in", "intersects", "pmatch"]
  /// Functions around a field.
  private static let functions: Set<String> = [
    "tolower", "toupper", "b64", "basename", "len", "val", "join", "concat",
  ]
  /// A condition that is nested deeper is refused rather than followed.
  private static let deepest = 200

  /// - Throws: `Fault` that says what is expected and what stands there.
  init(_ text: String) throws(Fault) {
    guard let found = ConditionToken.all(of: text) else { throw Fault(detail: "A quote is not closed.") }
    guard !found.isEmpty else { throw Fault(detail: "There is nothing in the condition.") }
    tokens = found[...]
    try readAlternatives(depth: 0)
    if let left = tokens.first { throw Fault(detail: "'and' or 'or' is expected before \(Self.name(left)).") }
  }

  private var word: String? {
    guard case .word(let word)? = tokens.first else { return nil }
    return word
  }

  private mutating func take(_ wanted: String) -> Bool {
    guard word == wanted else { return false }
    tokens = tokens.dropFirst()
    return true
  }

  private mutating func readAlternatives(depth: Int) throws(Fault) {
    guard depth < Self.deepest else { throw Fault(detail: "It is nested too deeply.") }
    repeat { try readAll(depth: depth) } while take("or")
  }

  private mutating func readAll(depth: Int) throws(Fault) {
    repeat { try readOne(depth: depth) } while take("and")
  }

  private mutating func readOne(depth: Int) throws(Fault) {
    while take("not") {}
    switch tokens.first {
    case .open:
      tokens = tokens.dropFirst()
      try readAlternatives(depth: depth + 1)
      try close()
    case .word: try readComparison()
    case let other: throw Fault(detail: "A field, a macro or '(' is expected before \(Self.name(other)).")
    }
  }

  private mutating func readComparison() throws(Fault) {
    guard let field = word, !["and", "or"].contains(field), !Self.isOperator(field) else {
      throw Fault(detail: "A field or a macro is expected before \(Self.name(tokens.first)).")
    }
    tokens = tokens.dropFirst()
    if Self.functions.contains(field), case .open? = tokens.first {
      try readFunction()
    } else if !(word.map(Self.isOperator) ?? false) {
      return try readMacro(field)
    } else {
      fields.append(field)
    }
    guard let symbol = word, Self.isOperator(symbol) else {
      throw Fault(detail: "An operator is expected before \(Self.name(tokens.first)).")
    }
    tokens = tokens.dropFirst()
    if symbol == "exists" { return }
    if Self.listing.contains(symbol) { try readList(after: symbol) } else { try readValue(after: symbol) }
  }

  private mutating func readMacro(_ name: String) throws(Fault) {
    guard !name.contains(".") else {
      throw Fault(detail: "An operator is expected after '\(name)', before \(Self.name(tokens.first)).")
    }
    macros.append(name)
  }

  private mutating func readFunction() throws(Fault) {
    tokens = tokens.dropFirst()
    guard let field = word else {
      throw Fault(detail: "A field is expected before \(Self.name(tokens.first)).")
    }
    tokens = tokens.dropFirst()
    fields.append(field)
    if case .open? = tokens.first { try readFunction() }
    while case .comma? = tokens.first {
      tokens = tokens.dropFirst()
      try readValue(after: ",")
    }
    try close()
  }

  private mutating func readValue(after symbol: String) throws(Fault) {
    switch tokens.first {
    case .text: tokens = tokens.dropFirst()
    case .word(let word) where !["and", "or"].contains(word) && !Self.comparing.contains(word):
      tokens = tokens.dropFirst()
      // The value may be what a function makes of another field.
      if Self.functions.contains(word), case .open? = tokens.first { try readFunction() }
    // A direction is written with the symbol of a comparison.
    case .word(let word) where ["<", ">"].contains(word): tokens = tokens.dropFirst()
    case let other: throw Fault(detail: "A value is expected after '\(symbol)', before \(Self.name(other)).")
    }
  }

  private mutating func readList(after symbol: String) throws(Fault) {
    guard case .open? = tokens.first else {
      // A list may be named without brackets.
      return try readValue(after: symbol)
    }
    tokens = tokens.dropFirst()
    if case .close? = tokens.first {
      tokens = tokens.dropFirst()
      return
    }
    while true {
      try readValue(after: symbol)
      guard case .comma? = tokens.first else { break }
      tokens = tokens.dropFirst()
    }
    try close()
  }

  private mutating func close() throws(Fault) {
    guard case .close? = tokens.first else {
      throw Fault(detail: "')' is expected before \(Self.name(tokens.first)).")
    }
    tokens = tokens.dropFirst()
  }

  private static func isOperator(_ word: String) -> Bool {
    comparing.contains(word) || listing.contains(word) || word == "exists"
  }

  private static func name(_ token: ConditionToken?) -> String {
    switch token {
    case nil: "the end"
    case .open: "'('"
    case .close: "')'"
    case .comma: "','"
    case .word(let word): "'\(word)'"
    case .text(let text): "\"\(text)\""
    }
  }
}
