import Basics
import Experts

extension IntentBuilder {
  /// Names right behind words in the plural, without a number.
  func openList(after mention: Mention) -> NameList? {
    guard isPlural(mention) else { return nil }
    let list = NameList(in: request, openAfter: mention.span.upperBound) { index in
      let token = request.tokens[index]
      return byToken[index] == nil && token.word.first?.isLetter == true && token.word.count > 2
        && token.word.allSatisfy { $0.isASCII }
        && !lexicon.unnamed.contains(token.normal) && !lexicon.qualifiers.contains(token.normal)
        && !lexicon.access.contains(token.normal)
        && !["ed", "ing", "ly"].contains(where: { token.word.hasSuffix($0) })
    }
    // Of words that mostly say nothing by themselves none is a name.
    return list.flatMap { list in
      list.span.contains { !lexicon.ignored.contains(request.tokens[$0].normal) } ? list : nil
    }
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
