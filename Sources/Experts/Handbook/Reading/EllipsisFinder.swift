import Basics
import Experts

/// Finds what a list leaves out: "two public and two private subnets" asks for public subnets, although the word stands only once.
struct EllipsisFinder {
  let lexicon: Lexicon
  let request: RequestText
  let setting: Setting

  /// So many items of one list are read back from the noun.
  private static let longest = 6

  /// - Parameter kept: what was found so far, in the order of the request.
  /// - Returns: the items without their noun, each as the component that it and the noun name.
  func mentions(beside kept: [Mention]) -> [Mention] {
    var found: [Mention] = []
    for mention in kept {
      guard case .component = mention.sense, mention.span.count > 1 else { continue }
      let noun = mention.span.dropFirst().map { request.tokens[$0].normal }
      var end = mention.span.lowerBound
      for _ in 0..<Self.longest {
        guard let place = item(before: end), !isThing(place, in: kept),
          let sense = sense(of: place, noun: noun)
        else { break }
        found.append(
          Mention(span: place..<place + 1, sense: sense, words: request.words(place..<place + 1), priority: 5)
        )
        end = place
      }
    }
    return found
  }

  /// The word that ends the item before, over a number, an article and what joins the two.
  private func item(before end: Int) -> Int? {
    var index = end - 1
    while index >= 0, isLead(index) { index -= 1 }
    guard index >= 0, index + 1 < request.tokens.count else { return nil }
    if lexicon.denial.and.contains(request.tokens[index].normal)
      || lexicon.denial.or.contains(request.tokens[index].normal)
    {
      index -= 1
    } else {
      guard request.gap(before: index + 1).contains(",") else { return nil }
    }
    guard index >= 0, request.tokens[index].sentence == request.tokens[end].sentence else { return nil }
    return index
  }

  private func isLead(_ index: Int) -> Bool {
    let word = request.tokens[index].normal
    if ["a", "an", "the"].contains(word) || Int(word) != nil { return true }
    return (lexicon.phrases[word] ?? []).contains { phrase in
      if case .number = phrase.meaning { return phrase.words.count == 1 }
      return false
    }
  }

  private func isThing(_ index: Int, in kept: [Mention]) -> Bool {
    kept.contains { mention in
      guard mention.span.contains(index) else { return false }
      return !mention.isOneAdjective
    }
  }

  private func sense(of place: Int, noun: [String]) -> Mention.Sense? {
    let words = [request.tokens[place].normal] + noun
    for phrase in lexicon.phrases[words[0]] ?? [] where phrase.words == words {
      guard case .component(let index) = phrase.meaning, setting.allows(lexicon.entries[index].context) else {
        continue
      }
      return .component(index)
    }
    return nil
  }
}
