extension Function {
  static let maps: [String: Function] = [
    "keys": Function(1, acceptsUnknown: true) { arguments throws(FunctionError) in
      arguments[0].isUnknown ? .unknown : .list(try arguments.object(0).keys.sorted().map { .string($0) })
    },
    "values": Function(1, acceptsUnknown: true) { arguments throws(FunctionError) in
      arguments[0].isUnknown
        ? .unknown : .list(try arguments.object(0).sorted { $0.key < $1.key }.map(\.value))
    },
    "lookup": Function(from: 2, to: 3, acceptsUnknown: true) { arguments throws(FunctionError) in
      if arguments[0].isUnknown || arguments[1].isUnknown { return .unknown }
      if let found = try arguments.object(0)[try arguments.text(1)] { return found }
      if arguments.count == 3 { return arguments[2] }
      throw FunctionError("lookup failed to find key \"\(try arguments.text(1))\"")
    },
    "merge": Function(from: 0, acceptsUnknown: true) { arguments throws(FunctionError) in
      if arguments.values.contains(.unknown) { return .unknown }
      var members: [String: Value] = [:]
      for index in 0..<arguments.count where !arguments[index].isNull {
        members.merge(try arguments.object(index)) { _, new in new }
      }
      return .object(members)
    },
    "zipmap": Function(2, acceptsUnknown: true) { arguments throws(FunctionError) in
      if arguments[1].isUnknown || !arguments[0].isWhollyKnown { return .unknown }
      let (keys, values) = (try arguments.texts(0), try arguments.list(1))
      guard keys.count == values.count else {
        throw FunctionError(
          "number of keys (\(keys.count)) does not match number of values (\(values.count))")
      }
      return .object(Dictionary(zip(keys, values)) { _, new in new })
    },
    "transpose": Function(1) { arguments throws(FunctionError) in
      var members: [String: [Value]] = [:]
      for (key, value) in try arguments.object(0).sorted(by: { $0.key < $1.key }) {
        for item in value.elements ?? [] {
          guard let text = item.text else { throw arguments.unsuitable(0, wanted: "map of lists of strings") }
          members[text, default: []].append(.string(key))
        }
      }
      return .object(members.mapValues { .list($0) })
    },
    "matchkeys": Function(3) { arguments throws(FunctionError) in
      let (values, keys, wanted) = (try arguments.list(0), try arguments.list(1), Set(try arguments.list(2)))
      guard values.count == keys.count else {
        throw FunctionError("length of keys and values should be equal")
      }
      return .list(zip(values, keys).filter { wanted.contains($0.1) }.map(\.0))
    },
  ]
}
