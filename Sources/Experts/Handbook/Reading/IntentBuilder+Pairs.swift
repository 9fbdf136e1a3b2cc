import Basics
import Experts
import Vocabulary

extension IntentBuilder {
  /// Reads "a function for each of the queues" and "two functions, each with its own table": as many of the one as of the other, in pairs.
  mutating func pair() throws(ExpertError) {
    for index in components.indices where group(of: index).count == 1 && !components[index].words.isEmpty {
      guard let span = components[index].spans.first else { continue }
      if let owners = groupBehind(span) {
        try pair(index, with: owners.members, words: owners.words)
      } else if let owners = ownersBefore(index) {
        try pair(index, with: owners.members, words: owners.words)
      }
    }
  }

  private struct Owners {
    let members: [Int]
    /// The tokens that say it.
    let words: Range<Int>
  }

  private static let each: Set<String> = ["each", "every"]
  private static let between: Set<String> = ["for", "of", "the", "our", "these", "those"]

  /// The several things that a single one is asked for, one for each.
  private func groupBehind(_ span: Range<Int>) -> Owners? {
    var end = span.upperBound
    var isEach = false
    while end < request.tokens.count, request.tokens[end].clause == request.tokens[span.lowerBound].clause {
      let word = request.tokens[end].normal
      if Self.each.contains(word) || word == "per" {
        isEach = true
      } else if !Self.between.contains(word), !isNumber(at: end), Int(word) == nil {
        break
      }
      end += 1
    }
    guard isEach,
      let members = groups.first(where: { $0.count > 1 && components[$0[0]].spans.first?.lowerBound == end })
    else { return nil }
    return Owners(members: members, words: span.upperBound..<end)
  }

  /// The several things of which each has such a thing of its own.
  private func ownersBefore(_ index: Int) -> Owners? {
    guard let span = components[index].spans.first else { return nil }
    let sentence = request.tokens[span.lowerBound].sentence
    guard let words = ownWords(before: span.lowerBound) else { return nil }
    let members = groups.filter { group in
      group.count > 1 && !group.contains(index)
        && components[group[0]].spans.contains {
          $0.upperBound <= words.lowerBound && request.tokens[$0.lowerBound].sentence == sentence
        }
    }.last
    return members.map { Owners(members: $0, words: words) }
  }

  /// Where "each with its own" stands before a place.
  func ownWords(before place: Int) -> Range<Int>? {
    let start = max(0, place - Self.ownReach)
    guard let own = (start..<place).last(where: { request.tokens[$0].normal == "own" }),
      let each = (max(0, own - Self.ownReach)..<own).last(where: {
        Self.each.contains(request.tokens[$0].normal)
      })
    else { return nil }
    return each..<own + 1
  }

  private static let ownReach = 4

  private mutating func pair(_ index: Int, with owners: [Int], words: Range<Int>) throws(ExpertError) {
    let recipe = try book.recipe(components[index].recipe)
    guard !recipe.isSingleton else { return }
    var copies = [index]
    for _ in owners.dropFirst() {
      copies.append(components.count)
      components.append(components[index])
    }
    for (copy, owner) in zip(copies, owners) { components[copy].partner = owner }
    if let place = groups.firstIndex(of: [index]) { groups[place] = copies }
    components[index].counted = "="
    understood.formUnion(words)
    let (own, others) = (try types(of: index), try types(of: owners[0]))
    guard !own.isEmpty, !others.isEmpty else { return }
    ledger.require(
      "\(components[index].words): \(request.words(words))", at: [words],
      expectations: [
        ResourceExpectation(
          types: own, condition: "joined_to_one(\(others.quotedArguments))", minimum: owners.count),
        ResourceExpectation(
          types: others, condition: "joined_to_one(\(own.quotedArguments))", minimum: owners.count),
      ], kind: .flow)
  }
}
