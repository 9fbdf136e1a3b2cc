import Experts
import Basics
import Vocabulary

/// Finds attributes of the whole request that cannot both hold. Those of one component are found when they are bound.
struct ContradictionCheck {
  let lexicon: Lexicon
  let request: RequestText
  let mentions: [Mention]

  func check() throws(ExpertError) {
    var said: [(attribute: Lexicon.Attribute, mention: Mention)] = []
    for mention in mentions {
      guard case .attribute(let index) = mention.sense else { continue }
      said.append((lexicon.attributes[index], mention))
    }
    let subjects = mentions.filter { mention in
      if case .component = mention.sense { return true }
      return false
    }
    for first in said {
      for second in said where first.attribute.opposes.contains(second.attribute.id) {
        guard !areApart(first.mention, right: second.mention, subjects: subjects) else { continue }
        throw ExpertError(
          .contradiction, summary: "The request contradicts itself",
          detail:
            "'\(first.mention.words)' and '\(second.mention.words)' cannot both hold. Keep one of them, or say "
            + "which part each is about.")
      }
    }
  }

  /// Two attributes are about different things when each stands beside a component of its own.
  private func areApart(_ left: Mention, right: Mention, subjects: [Mention]) -> Bool {
    guard let first = owner(of: left, subjects), let second = owner(of: right, subjects) else { return false }
    return first != second
  }

  private func owner(of mention: Mention, _ subjects: [Mention]) -> Int? {
    let clause = request.tokens[mention.span.lowerBound].clause
    let near = subjects.filter { request.tokens[$0.span.lowerBound].clause == clause }
    return near.map(\.span.lowerBound).min {
      abs($0 - mention.span.lowerBound) < abs($1 - mention.span.lowerBound)
    }
  }
}
