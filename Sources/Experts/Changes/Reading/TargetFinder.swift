import Clouds
import Requirements

/// Finds which of the resources that are there some words speak of.
struct TargetFinder {
  /// What the words came to.
  enum Finding {
    case found([PresentConfiguration.Item], words: [Int])
    /// Several are meant by equal right.
    case several([PresentConfiguration.Item], words: [Int])
    case none
  }

  let present: PresentConfiguration
  let text: ChangeText
  let vocabulary: ChangeVocabulary
  let terms: Terms

  /// - Parameter span: the words, without those that are about something else.
  func find(in span: Range<Int>) -> Finding {
    switch decide(span) {
    case .found(let items, let words):
      .found(items, words: words + text.tokens(ofTypes: items.map(\.type), in: span))
    case .several(let items, let words): .several(items, words: words)
    case .none: .none
    }
  }

  private func decide(_ span: Range<Int>) -> Finding {
    let addressed = present.items.filter { item in
      span.contains { text.tokens[$0].raw == item.address }
    }
    if !addressed.isEmpty {
      let words = span.filter { index in addressed.contains { $0.address == text.tokens[index].raw } }
      return .found(addressed, words: words)
    }
    let typed = types(in: span)
    let named = named(in: span)
    guard let best = typed.first else {
      guard let first = named.first else { return .none }
      let equal = named.filter { $0.score == first.score }
      return equal.count == 1
        ? .found([first.item], words: first.words) : .several(equal.map(\.item), words: first.words)
    }
    let kinds = typed.filter { $0.rank == best.rank }
    let pool = kinds.flatMap { kind in present.items(of: kind.type) }
    let among = named.filter { name in pool.contains { $0.address == name.item.address } }
    let words = kinds.flatMap(\.words)
    if let top = among.map(\.score).max() {
      let chosen = among.filter { $0.score == top }
      let all = words + chosen.flatMap(\.words)
      if chosen.count == 1 || isEvery(span) { return .found(chosen.map(\.item), words: all) }
      return .several(chosen.map(\.item), words: all)
    }
    // A name that is given and borne by none of them means none of them.
    if let given = givenName(in: span, besides: words), !given.isEmpty { return .none }
    if pool.count == 1 || (isEvery(span) && kinds.count == 1) { return .found(pool, words: words) }
    return .several(pool, words: words)
  }

  private func isEvery(_ span: Range<Int>) -> Bool {
    span.contains { vocabulary.holds(text.tokens[$0].word, in: "every") }
  }

  /// A quoted text, or the word behind "named", that is no word of a type.
  private func givenName(in span: Range<Int>, besides words: [Int]) -> String? {
    for index in span where !words.contains(index) {
      let isNamed = index > span.lowerBound && vocabulary.holds(text.tokens[index - 1].word, in: "names")
      if text.tokens[index].isQuoted || isNamed { return text.tokens[index].raw }
    }
    return nil
  }

  private struct Kind {
    var type: String
    var words: [Int]
    var matched: Int
    /// How many words of its name are spoken themselves, and not only implied.
    var told: Int
    var share: Double
    var isMain: Bool

    /// How well the words fit, for comparison.
    var rank: [Double] { [share >= 1 ? Double(matched) : share, Double(told), isMain ? 1 : 0] }
  }

  /// Types of what is there by how much of their name is spoken, best first.
  private func types(in span: Range<Int>) -> [Kind] {
    let words = RequestWords(text.text(of: span), terms: terms)
    let kinds = present.types.sorted().compactMap { type -> Kind? in
      let name = RequestWords.normal(String(type.drop { $0 != "_" }))
      let spoken = name.filter { words.context.contains($0) }
      let places = name.flatMap { words.places[$0] ?? [] }
      guard !places.isEmpty, !name.isEmpty else { return nil }
      let tokens = text.tokens(touching: places.map { words.ranges[$0] }, in: span)
      return Kind(
        type: type, words: tokens, matched: spoken.count,
        told: name.count { words.places[$0] != nil }, share: Double(spoken.count) / Double(name.count),
        isMain: CloudCatalog.current.cloud(ofType: type)?.joins.ends.contains(type) ?? false)
    }
    return kinds.sorted { $1.rank.lexicographicallyPrecedes($0.rank) }
  }

  private struct Named {
    var item: PresentConfiguration.Item
    var words: [Int]
    var score: Int
  }

  /// Resources by their label or name, best first: as written whole, then by the words of it.
  private func named(in span: Range<Int>) -> [Named] {
    present.items.compactMap { item -> Named? in
      let whole = span.filter { index in
        let raw = text.tokens[index].raw
        return raw == item.label || item.names.contains(raw)
      }
      if !whole.isEmpty,
        !vocabulary.holds(item.label, in: "generic") || item.label != text.tokens[whole[0]].raw
      {
        return Named(item: item, words: whole, score: 100)
      }
      let own = item.words.filter {
        !vocabulary.holds($0, in: "generic") && !vocabulary.holds($0, in: "plain")
      }
      let spoken = span.filter { own.contains(text.tokens[$0].word) }
      guard !spoken.isEmpty else { return nil }
      return Named(item: item, words: spoken, score: Set(spoken.map { text.tokens[$0].word }).count)
    }.sorted { ($1.score, $0.item.address) < ($0.score, $1.item.address) }
  }
}
