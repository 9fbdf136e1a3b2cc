import Basics

extension Evaluator {
  mutating func evaluateReference(_ traversal: Traversal) -> Value {
    if let (value, steps) = bound(traversal) {
      guard
        spend(cost(of: value), expression: HCLExpression(.reference(traversal), range: traversal.range))
      else { return .unknown }
      return apply(traversal.steps.dropFirst(steps), to: value)
    }
    let hint = isLenient ? "" : suggestion(for: traversal.root, among: scope.variables.keys)
    return missing(
      "Unknown variable", detail: "There is no variable named \"\(traversal.root)\"." + hint,
      range: traversal.rootRange)
  }

  private func bound(_ traversal: Traversal) -> Scope.Resolution? {
    if let value = scope.variables[traversal.root] { return (value, 0) }
    return scope.resolve(traversal)
  }

  mutating func apply(_ steps: ArraySlice<Traversal.Step>, to source: Value) -> Value {
    var value = source
    for step in steps {
      switch step.kind {
      case .attribute(let name): value = attribute(name, of: value, range: step.range)
      case .index(let key): value = element(at: key, of: value, step.range)
      }
    }
    return value
  }

  private mutating func attribute(_ name: String, of value: Value, range: SourceRange) -> Value {
    switch value {
    case .unknown:
      return .unknown
    case .object(let members):
      if let member = members[name] { return member }
      return missing(
        "Unsupported attribute",
        detail: "This object does not have an attribute named \"\(name)\"."
          + suggestion(for: name, among: members.keys), range: range)
    case .null:
      return missing(
        "Attempt to get attribute from null value",
        detail: "This value is null, so it does not have any attributes.", range: range)
    case .list(let items) where isLenient && items.count == 1:
      return attribute(name, of: items[0], range: range)
    default:
      return missing(
        "Unsupported attribute",
        detail:
          "Can't access attributes on a \(value.typeName) value. This value does not have any attributes.",
        range: range)
    }
  }

  mutating func evaluateIndex(_ source: HCLExpression, key: HCLExpression, whole: HCLExpression) -> Value {
    let collection = evaluate(source)
    return element(at: evaluate(key), of: collection, whole.range)
  }

  mutating func element(at key: Value, of collection: Value, _ range: SourceRange) -> Value {
    switch (collection, key) {
    case (.unknown, _), (_, .unknown):
      return .unknown
    case (.null, _):
      return missing(
        "Attempt to index null value", detail: "This value is null, so it does not have any indices.",
        range: range)
    case (.list(let items), _):
      guard let index = key.integer else {
        return missing(
          "Invalid index",
          detail:
            "The given key does not identify an element in this collection value: a number is required.",
          range: range)
      }
      if items.indices.contains(index) { return items[index] }
      return missing(
        "Invalid index",
        detail:
          "The given key does not identify an element in this collection value: the given index is greater than or equal "
          + "to the length of the collection.", range: range)
    case (.object(let members), _):
      if let name = key.text, let member = members[name] { return member }
      return missing(
        "Invalid index", detail: "The given key does not identify an element in this collection value.",
        range: range)
    default:
      if isLenient, key.integer == 0 { return collection }
      return missing("Invalid index", detail: "This value does not have any indices.", range: range)
    }
  }

  mutating func evaluateSplat(_ source: HCLExpression, each: HCLExpression) -> Value {
    let items: [Value]
    switch evaluate(source) {
    case .unknown: return .unknown
    case .null: items = []
    case .list(let list): items = list
    case let single: items = [single]
    }
    var results: [Value] = []
    results.reserveCapacity(items.count)
    for item in items {
      elements.append(item)
      results.append(evaluate(each))
      elements.removeLast()
    }
    return .list(results)
  }
}
