extension Function {
  static let collections: [String: Function] = [
    "length": Function(1, acceptsUnknown: true) { arguments throws(FunctionError) in
      switch arguments[0] {
      case .unknown: .unknown
      case .list(let items): .number(Double(items.count))
      case .object(let members): .number(Double(members.count))
      case .string(let text): .number(Double(text.count))
      default:
        throw arguments.unsuitable(
          0, wanted: "the argument must be a string, a collection type, or a structural type; a list is")
      }
    },
    "concat": Function(from: 1, acceptsUnknown: true) { arguments throws(FunctionError) in
      if arguments.values.contains(.unknown) { return .unknown }
      var items: [Value] = []
      for index in 0..<arguments.count { items += try arguments.list(index) }
      return .list(items)
    },
    "flatten": Function(1, acceptsUnknown: true) { arguments throws(FunctionError) in
      if arguments[0].isUnknown { return .unknown }
      return flattened(try arguments.list(0)).map { .list($0) } ?? .unknown
    },
    "compact": Function(1) { arguments throws(FunctionError) in
      .list(try arguments.list(0).filter { !$0.isNull && $0 != .string("") })
    },
    "contains": Function(2, acceptsUnknown: true) { arguments throws(FunctionError) in
      guard !arguments.values.contains(.unknown) else { return .unknown }
      let (items, wanted) = (try arguments.list(0), arguments[1])
      if items.contains(where: { $0 == wanted || ($0.text != nil && $0.text == wanted.text) }) {
        return .bool(true)
      }
      return arguments.values.allSatisfy(\.isWhollyKnown) ? .bool(false) : .unknown
    },
    "element": Function(2, acceptsUnknown: true) { arguments throws(FunctionError) in
      guard !arguments.values.contains(.unknown) else { return .unknown }
      let (items, index) = (try arguments.list(0), try arguments.integer(1))
      if items.isEmpty { throw FunctionError("cannot use element function with an empty list") }
      return items[((index % items.count) + items.count) % items.count]
    },
    "index": Function(2) { arguments throws(FunctionError) in
      guard let index = try arguments.list(0).firstIndex(of: arguments[1]) else {
        throw FunctionError("item not found")
      }
      return .number(Double(index))
    },
    "slice": Function(3, acceptsUnknown: true) { arguments throws(FunctionError) in
      guard !arguments.values.contains(.unknown) else { return .unknown }
      let (items, start, end) = (try arguments.list(0), try arguments.integer(1), try arguments.integer(2))
      guard 0 <= start, start <= end, end <= items.count else {
        throw FunctionError("start and end index must be within the list, start first")
      }
      return .list(Array(items[start..<end]))
    },
    "reverse": Function(1, acceptsUnknown: true) { arguments throws(FunctionError) in
      arguments[0].isUnknown ? .unknown : .list(try arguments.list(0).reversed())
    },
    "sort": Function(1) { arguments throws(FunctionError) in
      .list(try arguments.texts(0).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { .string($0) })
    },
    "distinct": Function(1) { arguments throws(FunctionError) in .list(unique(try arguments.list(0))) },
    "chunklist": Function(2) { arguments throws(FunctionError) in
      let (items, size) = (try arguments.list(0), try arguments.integer(1))
      guard size > 0 else { return size == 0 ? .list([.list(items)]) : .unknown }
      return .list(
        stride(from: 0, to: items.count, by: size).map {
          .list(Array(items[$0..<min($0 + size, items.count)]))
        })
    },
    "coalesce": Function(from: 1, acceptsUnknown: true) { arguments throws(FunctionError) in
      for value in arguments.values where !value.isNull && value != .string("") { return value }
      throw FunctionError("no non-null, non-empty-string arguments")
    },
    "coalescelist": Function(from: 1, acceptsUnknown: true) { arguments throws(FunctionError) in
      for value in arguments.values where !value.isNull && value != .list([]) { return value }
      throw FunctionError("no non-null arguments")
    },
    "one": Function(1, acceptsUnknown: true) { arguments throws(FunctionError) in
      if arguments[0].isUnknown { return .unknown }
      let items = try arguments.list(0)
      if items.count > 1 {
        throw FunctionError(
          "must be a list, set, or tuple value with either zero or one elements", argument: 0)
      }
      return items.first ?? .null
    },
    "alltrue": Function(1, acceptsUnknown: true) { arguments throws(FunctionError) in
      try decided(arguments, by: false)
    },
    "anytrue": Function(1, acceptsUnknown: true) { arguments throws(FunctionError) in
      try decided(arguments, by: true)
    },
  ]

  /// One element that decides is enough, whatever the unknown ones turn out to be.
  private static func decided(_ arguments: Arguments, by flag: Bool) throws(FunctionError) -> Value {
    if arguments[0].isUnknown { return .unknown }
    let items = try arguments.list(0)
    if items.contains(where: { ($0.isNull ? false : $0.bool) == flag }) { return .bool(flag) }
    return items.contains(.unknown) ? .unknown : .bool(!flag)
  }

  /// Lists inside lists made flat; nil when an unknown could be a list.
  private static func flattened(_ items: [Value]) -> [Value]? {
    var result: [Value] = []
    for item in items {
      switch item {
      case .unknown: return nil
      case .list(let inner):
        guard let inner = flattened(inner) else { return nil }
        result += inner
      default: result.append(item)
      }
    }
    return result
  }

  static func unique(_ items: [Value]) -> [Value] {
    var seen: Set<Value> = []
    return items.filter { seen.insert($0).inserted }
  }
}
