/// What has to hold for something to be allowed: a formula over what the policies demand and the request leaves open.
/// Negation stands at the leaves only, and what contradicts itself is `never`.
package indirect enum AccessFormula: Hashable, Sendable {
  case always
  case never
  case holds(OpenCondition)
  case fails(OpenCondition)
  case all([AccessFormula])
  case any([AccessFormula])

  /// All of them; simplified.
  package static func every(_ parts: [AccessFormula]) -> AccessFormula {
    var kept: [AccessFormula] = []
    for part in parts.flatMap({ part in if case .all(let inner) = part { inner } else { [part] } }) {
      if part == .never || kept.contains(part.negated) { return .never }
      if part != .always, !kept.contains(part) { kept.append(part) }
    }
    return kept.count > 1 ? .all(kept) : kept.first ?? .always
  }

  /// One of them at least; simplified.
  package static func some(_ parts: [AccessFormula]) -> AccessFormula {
    var kept: [AccessFormula] = []
    for part in parts.flatMap({ part in if case .any(let inner) = part { inner } else { [part] } }) {
      if part == .always || kept.contains(part.negated) { return .always }
      if part != .never, !kept.contains(part) { kept.append(part) }
    }
    return kept.count > 1 ? .any(kept) : kept.first ?? .never
  }

  /// What holds exactly where this does not.
  package var negated: AccessFormula {
    switch self {
    case .always: .never
    case .never: .always
    case .holds(let leaf): .fails(leaf)
    case .fails(let leaf): .holds(leaf)
    case .all(let parts): .some(parts.map(\.negated))
    case .any(let parts): .every(parts.map(\.negated))
    }
  }

  /// The formula where whatever cannot be read speaks against it: what is left is allowed for certain when it holds.
  package var withoutUnread: AccessFormula {
    switch self {
    case .holds(let leaf), .fails(let leaf): leaf.isUnread ? .never : self
    case .all(let parts): .every(parts.map(\.withoutUnread))
    case .any(let parts): .some(parts.map(\.withoutUnread))
    case .always, .never: self
    }
  }

  /// The open conditions in it, in order, each once.
  package var leaves: [OpenCondition] {
    switch self {
    case .always, .never: []
    case .holds(let leaf), .fails(let leaf): [leaf]
    case .all(let parts), .any(let parts):
      parts.flatMap(\.leaves).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
  }
}

extension AccessFormula: CustomStringConvertible {
  package var description: String {
    switch self {
    case .always: "always"
    case .never: "never"
    case .holds(let leaf): leaf.description
    case .fails(let leaf): "not (\(leaf))"
    case .all(let parts): parts.map(\.inner).joined(separator: " and ")
    case .any(let parts): parts.map(\.inner).joined(separator: " or ")
    }
  }

  private var inner: String {
    switch self {
    case .all, .any: "(\(description))"
    default: description
    }
  }
}
