import Basics

extension CELEvaluator {
  mutating func with(_ values: [String: CELValue], evaluate body: CELExpression) throws(CELError)
    -> CELValue
  {
    let before = values.keys.map { ($0, variables[$0]) }
    for (name, value) in values { variables[name] = value }
    defer { for (name, value) in before { variables[name] = value } }
    return try evaluate(body)
  }

  mutating func loop(
    _ name: String, over value: CELValue, variables names: [String], body: [CELExpression]
  ) throws(CELError) -> CELValue {
    let elements: [(CELValue, CELValue)]
    switch value {
    case .list(let list): elements = list.enumerated().map { (.int(Int64($0.offset)), $0.element) }
    case .map(let entries): elements = entries.map { ($0.key, $0.value) }
    default: throw .noOverload(name)
    }
    let isMap = if case .map = value { true } else { false }
    func bound(_ element: (CELValue, CELValue)) -> [String: CELValue] {
      names.count == 2
        ? [names[0]: element.0, names[1]: element.1] : [names[0]: isMap ? element.0 : element.1]
    }
    func truth(_ value: CELValue) throws(CELError) -> Bool {
      guard case .bool(let flag) = value else { throw .noOverload(name) }
      return flag
    }
    var count = 0
    var pending: CELError?
    var kept: [CELValue] = []
    for element in elements {
      let values = bound(element)
      let own = isMap ? element.0 : element.1
      switch name {
      case "all", "exists":
        do throws(CELError) {
          if try truth(with(values, evaluate: body[0])) == (name == "exists") {
            return .bool(name == "exists")
          }
        } catch {
          guard error.kind == .evaluation else { throw error }
          // Another element may decide.
          pending = pending ?? error
        }
      case "exists_one": if try truth(with(values, evaluate: body[0])) { count += 1 }
      case "filter": if try truth(with(values, evaluate: body[0])) { kept.append(own) }
      default:
        if body.count == 2, try !truth(with(values, evaluate: body[0])) { continue }
        kept.append(try with(values, evaluate: body[body.count - 1]))
      }
    }
    switch name {
    case "all", "exists":
      if let pending { throw pending }
      return .bool(name == "all")
    case "exists_one": return .bool(count == 1)
    default: return .list(kept)
    }
  }
}
