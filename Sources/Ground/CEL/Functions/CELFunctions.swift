/// The functions that there are: by name, those called on a value with a dot in front.
enum CELFunctions {
  typealias Function = @Sendable ([CELValue]) throws(CELError) -> CELValue

  static let all: [String: Function] = {
    var functions = standard
    for more in [strings, lists, times, kubernetes, optionals, sets] {
      functions.merge(more) { first, _ in first }
    }
    return functions
  }()

  static func fault(_ detail: String) -> CELError { CELError(.evaluation, detail: detail) }

  /// A function without arguments.
  static func constant(_ value: CELValue) -> Function {
    @Sendable func function(_ values: [CELValue]) throws(CELError) -> CELValue {
      guard values.isEmpty else { throw fault("it takes no arguments") }
      return value
    }
    return function
  }

  /// A function of one value.
  static func one(
    _ name: String, body: @escaping @Sendable (CELValue) throws(CELError) -> CELValue
  ) -> (String, Function) {
    (
      name,
      { values throws(CELError) in
        guard values.count == 1 else { throw .noOverload(name) }
        return try body(values[0])
      }
    )
  }

  static func two(
    _ name: String, body: @escaping @Sendable (CELValue, CELValue) throws(CELError) -> CELValue
  ) -> (String, Function) {
    (
      name,
      { values throws(CELError) in
        guard values.count == 2 else { throw .noOverload(name) }
        return try body(values[0], values[1])
      }
    )
  }

  /// A function of one text.
  static func text(
    _ name: String, body: @escaping @Sendable (String) throws(CELError) -> CELValue
  ) -> (String, Function) {
    one(name) { value throws(CELError) in
      guard case .string(let text) = value else { throw .noOverload(name) }
      return try body(text)
    }
  }

  static func texts(
    _ name: String, body: @escaping @Sendable (String, String) throws(CELError) -> CELValue
  ) -> (String, Function) {
    two(name) { first, second throws(CELError) in
      guard case .string(let left) = first, case .string(let right) = second else { throw .noOverload(name) }
      return try body(left, right)
    }
  }

  static func table(_ entries: [(String, Function)]) -> [String: Function] {
    Dictionary(entries, uniquingKeysWith: { first, _ in first })
  }

  /// A place in a list or text that is there.
  static func place(_ value: CELValue, upTo count: Int) throws(CELError) -> Int {
    guard case .int(let number) = value, let place = Int(exactly: number), (0...count).contains(place) else {
      throw fault("index out of range")
    }
    return place
  }

  static func number(_ value: CELValue) -> Int? {
    if case .int(let number) = value { Int(exactly: number) } else { nil }
  }
}
