import Basics
import Experts

extension IntentBuilder {
  /// Names right behind words in the plural, without a number.
  func openList(after mention: Mention) -> NameList? {
    guard isPlural(mention) else { return nil }
    let list = NameList(in: request, openAfter: mention.span.upperBound) { index in
      isName(at: index)
        && !["ed", "ing", "ly"].contains(where: { request.tokens[index].word.hasSuffix($0) })
    }
    return list.flatMap(telling)
  }

  /// Whether a word of a list may be a name: nothing understands it, and it neither says how something is nor what may be done.
  func isName(at index: Int) -> Bool {
    let token = request.tokens[index]
    return byToken[index] == nil && token.word.first?.isLetter == true && token.word.count > 2
      && token.word.allSatisfy { $0.isASCII } && !lexicon.unnamed.contains(token.normal)
      && !lexicon.qualifiers.contains(token.normal) && !lexicon.access.contains(token.normal)
  }

  /// The list, unless all its words mostly say nothing by themselves.
  func telling(_ list: NameList) -> NameList? {
    list.span.contains { !lexicon.ignored.contains(request.tokens[$0].normal) } ? list : nil
  }

  mutating func takeList(of group: [Int], _ recipe: String, after end: Int) {
    guard let list = NameList(in: request, after: end, count: group.count) else { return }
    let isOther = list.span.compactMap { byToken[$0] }.contains { mention in
      switch mention.sense {
      case .name: false
      case .component(let index):
        lexicon.entries[index].recipe != recipe || !lexicon.entries[index].values.isEmpty
      default: true
      }
    }
    let plain = list.span.filter {
      lexicon.ignored.contains(request.tokens[$0].normal) && request.tokens[$0].normal != "and"
    }
    // Of a list with commas, "raw, curated and published", some words may mean nothing by themselves.
    let isPlain = list.names.count >= 3 ? plain.count >= list.names.count : !plain.isEmpty
    guard list.isNamed || !isOther, list.isMarked || !isPlain else { return }
    for (index, name) in zip(group, list.names) { components[index].name = name }
    listed.formUnion(list.span)
  }
}
