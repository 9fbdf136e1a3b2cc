import Basics
import Experts

extension IntentBuilder {
  /// Reads "the API is a Fargate service": what a thing is called further on, without being its name.
  mutating func readAliases() {
    for index in components.indices where components[index].name == nil && !components[index].words.isEmpty {
      let start = components[index].start
      guard start >= 3, ["is", "are"].contains(request.tokens[start - 1].normal),
        ["the", "our"].contains(request.tokens[start - 3].normal),
        request.tokens[start - 3].sentence == request.tokens[start].sentence
      else { continue }
      let token = request.tokens[start - 2]
      guard token.word.count > 1, token.word.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }),
        group(of: index).count == 1, !isThing(start - 2)
      else { continue }
      components[index].alias = token.normal
      components[index].noun = token.normal
      understood.insert(start - 2)
    }
  }

  /// Whether a word stands for something that a recipe builds by itself.
  private func isThing(_ place: Int) -> Bool {
    guard let mention = byToken[place], case .component(let entry) = mention.sense else { return false }
    return lexicon.entries[entry].recipe != nil
  }
}
