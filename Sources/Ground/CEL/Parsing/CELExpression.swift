/// An expression as it was read.
indirect enum CELExpression: Sendable {
  case literal(CELValue)
  case name(String)
  case select(CELExpression, field: String, isOptional: Bool)
  case has(CELExpression, field: String)
  case index(CELExpression, CELExpression, isOptional: Bool)
  case call(String, target: CELExpression?, arguments: [CELExpression])
  case list([CELExpression])
  case map([(key: CELExpression, value: CELExpression)])
  case not(CELExpression)
  case negate(CELExpression)
  case and(CELExpression, CELExpression)
  case or(CELExpression, CELExpression)
  case conditional(CELExpression, then: CELExpression, otherwise: CELExpression)
  case binary(String, CELExpression, CELExpression)
  /// `all`, `exists`, `exists_one`, `filter` and `map` with the names of its variables; `map` may have a filter first.
  case loop(String, over: CELExpression, variables: [String], body: [CELExpression])
  case bind(String, value: CELExpression, body: CELExpression)

  func names(_ name: String) -> Bool {
    switch self {
    case .literal: false
    case .name(let own): own == name
    case .select(let of, let field, _), .has(let of, let field): field == name || of.names(name)
    case .index(let of, let index, _): of.names(name) || index.names(name)
    case .call(_, let target, let arguments):
      (target.map { [$0] } ?? []).contains { $0.names(name) } || arguments.contains { $0.names(name) }
    case .list(let elements): elements.contains { $0.names(name) }
    case .map(let entries): entries.contains { $0.key.names(name) || $0.value.names(name) }
    case .not(let inner), .negate(let inner): inner.names(name)
    case .and(let left, let right), .or(let left, let right), .binary(_, let left, let right):
      left.names(name) || right.names(name)
    case .conditional(let condition, let then, let otherwise):
      condition.names(name) || then.names(name) || otherwise.names(name)
    case .loop(_, let over, _, let body): over.names(name) || body.contains { $0.names(name) }
    case .bind(_, let value, let body): value.names(name) || body.names(name)
    }
  }
}
