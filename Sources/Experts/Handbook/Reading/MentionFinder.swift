import Experts
import Basics

/// Finds every stretch of the request that a rule understands. Where two overlap, the longer one holds, and of equals the
/// one with more form.
struct MentionFinder {
  let lexicon: Lexicon
  let request: RequestText
  let setting: Setting

  func mentions() throws(ExpertError) -> [Mention] {
    var found = try FormFinder(lexicon: lexicon, request: request).mentions()
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
    return kept.sorted { $0.span.lowerBound < $1.span.lowerBound }
  }

  private func phrases() -> [Mention] {
    var found: [Mention] = []
    let normals = request.tokens.map(\.normal)
    for start in normals.indices {
      for phrase in lexicon.phrases[normals[start]] ?? [] {
        let end = start + phrase.words.count
        if case .component(let index) = phrase.meaning, !setting.allows(lexicon.entries[index].context) {
          continue
        }
        guard end <= normals.count, Array(normals[start..<end]) == phrase.words else { continue }
        guard request.tokens[start].clause == request.tokens[end - 1].clause else { continue }
        found.append(
          Mention(
            span: start..<end, sense: sense(phrase.meaning), words: request.words(start..<end),
            priority: priority(phrase.meaning)))
      }
    }
    return found
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
    case .component: 5
    case .unsupported: 6
    case .region: 4
    case .attribute: 3
    default: 1
    }
  }
}
