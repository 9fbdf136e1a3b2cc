import Basics

/// What is asked of a provider besides the conversation; each part is left to the provider where nothing is said.
package struct ModelTuning: Hashable, Sendable {
  /// How much a model that thinks may think.
  package enum Effort: String, Hashable, Sendable, CaseIterable {
    case minimal, low, medium, high

    /// The same in tokens, for protocols that count them.
    var tokens: Int {
      switch self {
      case .minimal: 0
      case .low: 1024
      case .medium: 4096
      case .high: 16_384
      }
    }
  }

  package var effort: Effort?
  /// Tokens that may be thought; goes before `effort` where the protocol counts them. 0 for none.
  package var thinkingTokens: Int?
  /// `flex`, `priority` and the like, as the provider names them.
  package var serviceTier: String?
  /// Members that are put into the body as they are, over those that are there.
  package var extraBody: [JSONMember]

  package init(
    effort: Effort? = nil, thinkingTokens: Int? = nil, serviceTier: String? = nil,
    extraBody: [JSONMember] = []
  ) {
    self.effort = effort
    self.thinkingTokens = thinkingTokens
    self.serviceTier = serviceTier
    self.extraBody = extraBody
  }

  /// Tokens that may be thought; nil where nothing is said.
  var budget: Int? { thinkingTokens ?? effort?.tokens }

  /// What is added to an answer's length for thoughts, in tokens.
  package var thinkingAllowance: Int { budget ?? 0 }

  var isEmpty: Bool { self == ModelTuning() }

  /// For keys of recorded answers; nil where nothing is said.
  var document: JSONValue? {
    guard !isEmpty else { return nil }
    return [
      "effort": effort.map { .string($0.rawValue) } ?? .null,
      "thinking": thinkingTokens.map(JSONValue.integer) ?? .null,
      "tier": serviceTier.map(JSONValue.string) ?? .null, "extra": .object(extraBody),
    ]
  }

  /// The body with what the person wants in it.
  func applied(to body: JSONValue) -> JSONValue {
    guard !extraBody.isEmpty, let members = body.object else { return body }
    return .object(Self.merged(members, with: extraBody))
  }

  private static func merged(_ members: [JSONMember], with others: [JSONMember]) -> [JSONMember] {
    var merged = members
    for other in others {
      guard let index = merged.firstIndex(where: { $0.key == other.key }) else {
        merged.append(other)
        continue
      }
      if let inner = merged[index].value.object, let new = other.value.object {
        merged[index].value = .object(Self.merged(inner, with: new))
      } else {
        merged[index].value = other.value
      }
    }
    return merged
  }
}
