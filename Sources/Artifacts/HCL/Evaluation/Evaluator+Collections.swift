import Basics

extension Evaluator {
  mutating func evaluateTemplate(_ parts: [HCLExpression]) -> Value {
    var result = ""
    var isUnknown = false
    for part in parts {
      let value = evaluate(part)
      if value.isUnknown {
        if let placeholder { result += placeholder } else { isUnknown = true }
      } else if let text = templateText(value, part: part) {
        guard spend(text.utf8.count / 16, expression: part) else { return .unknown }
        result += text
      } else {
        isUnknown = true
      }
    }
    return isUnknown ? .unknown : .string(result)
  }

  private mutating func templateText(_ value: Value, part: HCLExpression) -> String? {
    if let text = value.text { return text }
    if isLenient { return value.isNull ? "" : value.json }
    fail(
      "Invalid template interpolation value",
      detail: value.isNull
        ? "The expression result is null. Cannot include a null value in a string template."
        : "Cannot include the given value in a string template: string is required.", range: part.range)
    return nil
  }

  mutating func evaluateJoined(_ inner: HCLExpression) -> Value {
    guard case .list(let items) = evaluate(inner) else { return .unknown }
    var result = ""
    for item in items {
      guard let text = item.text, spend(text.utf8.count / 16, expression: inner) else { return .unknown }
      result += text
    }
    return .string(result)
  }

  mutating func evaluateObject(_ items: [ObjectItem]) -> Value {
    var members: [String: Value] = [:]
    var isUnknown = false
    for item in items {
      let value = evaluate(item.value)
      let key = item.literalKey.map { .string($0) } ?? evaluate(item.key)
      if let name = key.text {
        members[name] = value
      } else if key.isUnknown {
        isUnknown = true
      } else {
        fail(
          key.isNull ? "Null value as key" : "Incorrect key type",
          detail: key.isNull
            ? "Can't use a null value as a key." : "Can't use this value as a key: string required.",
          range: item.key.range)
        isUnknown = true
      }
    }
    return isUnknown ? .unknown : .object(members)
  }

  mutating func evaluateFor(_ loop: ForExpression) -> Value {
    let pairs: [(key: Value, value: Value)]
    switch evaluate(loop.collection) {
    case .list(let items): pairs = items.enumerated().map { (.number(Double($0.offset)), $0.element) }
    case .object(let members): pairs = members.sorted { $0.key < $1.key }.map { (.string($0.key), $0.value) }
    case .unknown: return .unknown
    case let value:
      if isLenient { return loop.makesObject ? .object([:]) : .list([]) }
      fail(
        "Iteration over \(value.isNull ? "null" : "non-iterable") value",
        detail: value.isNull
          ? "A null value cannot be used as the collection in a 'for' expression."
          : "A value of type \(value.typeName) cannot be used as the collection in a 'for' expression.",
        range: loop.collection.range)
      return .unknown
    }
    let outer = scope.variables
    defer { scope.variables = outer }
    var results: [Value] = []
    var members: [String: Value] = [:]
    for pair in pairs {
      if let name = loop.keyName { scope.variables[name] = pair.key }
      scope.variables[loop.valueName] = pair.value
      if let condition = loop.condition {
        let value = evaluate(condition)
        if value.isUnknown { return .unknown }
        guard let flag = value.bool ?? (isLenient && value.isNull ? false : nil) else {
          fail(
            "Invalid 'for' condition", detail: "The 'if' clause value is invalid: a bool is required.",
            range: condition.range)
          return .unknown
        }
        if !flag { continue }
      }
      guard let keyExpression = loop.key else {
        results.append(evaluate(loop.value))
        continue
      }
      guard add(keyExpression, loop: loop, to: &members) else { return .unknown }
    }
    return loop.makesObject ? .object(members) : .list(results)
  }

  /// Adds one `key => value`; false when the whole result cannot be known.
  private mutating func add(
    _ keyExpression: HCLExpression, loop: ForExpression, to members: inout [String: Value]
  ) -> Bool {
    let key = evaluate(keyExpression)
    guard let name = key.text else {
      if !key.isUnknown {
        fail(
          "Invalid object key", detail: "The key expression produced an invalid result: string required.",
          range: keyExpression.range)
      }
      return false
    }
    let value = evaluate(loop.value)
    guard loop.groups else {
      if members.updateValue(value, forKey: name) == nil { return true }
      fail(
        "Duplicate object key",
        detail:
          "Two different items produced the key \"\(name)\" in this 'for' expression. If duplicates are expected, use the "
          + "ellipsis (...) after the value expression to enable grouping by key.", range: keyExpression.range
      )
      return false
    }
    members[name] = .list((members[name]?.elements ?? []) + [value])
    return true
  }
}
