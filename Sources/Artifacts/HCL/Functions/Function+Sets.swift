extension Function {
  static let sets: [String: Function] = [
    "toset": Function(1) { arguments throws(FunctionError) in set(try arguments.list(0)) },
    "setunion": Function(from: 1) { arguments throws(FunctionError) in
      var all: [Value] = []
      for index in 0..<arguments.count { all += try arguments.list(index) }
      return set(all)
    },
    "setintersection": Function(from: 1) { arguments throws(FunctionError) in
      var kept = try arguments.list(0)
      for index in 1..<arguments.count {
        let other = Set(try arguments.list(index))
        kept = kept.filter(other.contains)
      }
      return set(kept)
    },
    "setsubtract": Function(2) { arguments throws(FunctionError) in
      let other = Set(try arguments.list(1))
      return set(try arguments.list(0).filter { !other.contains($0) })
    },
    "setproduct": Function(from: 1) { arguments throws(FunctionError) in
      var rows: [[Value]] = [[]]
      for index in 0..<arguments.count {
        let items = try arguments.list(index)
        guard rows.count * items.count <= 10_000 else { return .unknown }
        rows = rows.flatMap { row in items.map { row + [$0] } }
      }
      return .list(rows.map { .list($0) })
    },
  ]

  /// Sorted where the elements have an order, and without duplicates.
  private static func set(_ items: [Value]) -> Value {
    let items = unique(items)
    let texts = items.compactMap(\.text)
    guard texts.count == items.count else { return .list(items) }
    if items.allSatisfy(\.isNumber) { return .list(items.sorted { $0.isLess(than: $1) }) }
    return .list(
      unique(texts.map { .string($0) }).sorted {
        ($0.text ?? "").utf8.lexicographicallyPrecedes(($1.text ?? "").utf8)
      })
  }
}
