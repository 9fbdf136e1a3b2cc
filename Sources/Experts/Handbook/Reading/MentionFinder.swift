import Experts
import Basics

/// Finds every stretch of the request that a rule understands. Where two overlap, the longer one holds, and of equals the
/// one with more form.
struct MentionFinder {
  let lexicon: Lexicon
  let request: RequestText
  let setting: Setting

  func mentions() throws(ExpertError) -> [Mention] {
    var found = try FormFinder(lexicon: lexicon, request: request, setting: setting).mentions()
    found += phrases()
    found.sort {
      ($1.span.count, $1.priority, $0.span.lowerBound) < ($0.span.count, $0.priority, $1.span.lowerBound)
    }
    var taken = [Bool](repeating: false, count: request.tokens.count)
    var kept: [Mention] = []
    for mention in found where !taken[mention.span].contains(true) {
      for index in mention.span { taken[index] = true }
      kept.append(mention)
    }
    kept.sort { $0.span.lowerBound < $1.span.lowerBound }
    let left = EllipsisFinder(lexicon: lexicon, request: request, setting: setting).mentions(beside: kept)
    kept.removeAll { mention in left.contains { $0.span == mention.span } }
    return (kept + left).sorted { $0.span.lowerBound < $1.span.lowerBound }
  }

  private func phrases() -> [Mention] {
    var found: [Mention] = []
    let normals = request.tokens.map(\.normal)
    for start in normals.indices {
      for phrase in lexicon.phrases[normals[start]] ?? [] {
        let end = start + phrase.words.count
        guard end <= normals.count, Array(normals[start..<end]) == phrase.words else { continue }
        guard request.tokens[start].clause == request.tokens[end - 1].clause else { continue }
        if case .attribute(let index) = phrase.meaning,
          !setting.allows(lexicon.attributes[index].context)
        {
          continue
        }
        if case .component(let index) = phrase.meaning {
          let entry = lexicon.entries[index]
          if setting.isElsewhere(entry, words: phrase.words) {
            if let mention = elsewhere(entry, span: start..<end) { found.append(mention) }
            continue
          }
          if !setting.allows(entry.context) { continue }
        }
        found.append(
          Mention(
            span: start..<end, sense: sense(phrase.meaning), words: request.words(start..<end),
            priority: priority(phrase.meaning)))
      }
    }
    // What is built in this setting goes before what the same words have no recipe for in another.
    return found.filter { mention in
      !mention.isUnsupported || !found.contains { $0.span == mention.span && isOfSetting($0) }
    }
  }

  private func isOfSetting(_ mention: Mention) -> Bool {
    guard case .component(let index) = mention.sense else { return false }
    return lexicon.entries[index].context?.hasPrefix("kubernetes") == true
  }

  /// What only the main cloud has a recipe for, in a request that does not speak of that cloud: named as not there. What
  /// Kubernetes has another meaning for, or another phrase takes, is left to that.
  private func elsewhere(_ entry: Lexicon.Entry, span: Range<Int>) -> Mention? {
    guard !entry.isPart, entry.context == nil || entry.context == "cloud" else { return nil }
    let words = request.words(span)
    return Mention(span: span, sense: .unsupported(words.lowercased()), words: words, priority: 2)
  }

  private func sense(_ meaning: Lexicon.Meaning) -> Mention.Sense {
    switch meaning {
    case .component(let index): .component(index)
    case .attribute(let index): .attribute(index)
    case .region(let code): .region(code)
    case .unsupported(let name): .unsupported(name)
    case .cloud(let name): .cloud(name)
    case .environment(let name): .environment(name)
    case .number(let number): .number(number)
    }
  }

  private func priority(_ meaning: Lexicon.Meaning) -> Int {
    switch meaning {
    // What is meant beside a certain word goes before what the word means elsewhere.
    case .component(let index): lexicon.entries[index].context?.hasPrefix(Setting.beside) == true ? 7 : 5
    case .unsupported: 6
    case .region: 4
    case .attribute: 3
    default: 1
    }
  }
}
