extension Function {
  static let conversion: [String: Function] = [
    "tostring": Function(1) { arguments throws(FunctionError) in
      arguments[0].isNull ? .null : .string(try arguments.text(0))
    },
    "tonumber": Function(1) { arguments throws(FunctionError) in
      arguments[0].isNull ? .null : try arguments.numeric(0)
    },
    "tobool": Function(1) { arguments throws(FunctionError) in
      arguments[0].isNull ? .null : .bool(try arguments.bool(0))
    },
    "tolist": Function(1, acceptsUnknown: true) { arguments throws(FunctionError) in
      guard case .object = arguments[0] else { return arguments[0] }
      throw arguments.unsuitable(0, wanted: "list")
    },
    "tomap": Function(1, acceptsUnknown: true) { arguments throws(FunctionError) in
      guard case .list = arguments[0] else { return arguments[0] }
      throw arguments.unsuitable(0, wanted: "map")
    },
    "sensitive": identity, "nonsensitive": identity,
    "ephemeralasnull": Function(1, acceptsUnknown: true) { _ in .unknown },
    "issensitive": Function(1, acceptsUnknown: true) { _ in .unknown },
  ]

  private static let identity = Function(1, acceptsUnknown: true) { $0[0] }
}
