import Patterns
import ProviderSchemas
import Requirements

/// Finds the argument of a resource type that some words speak of.
struct ArgumentFinder {
  /// An argument, and the words that name it.
  struct Match {
    var path: [String]
    var type: ValueType
    var words: [Int]
    /// How many words of its name were spoken.
    var score: Int
  }

  let provider: ProviderSchema
  let block: BlockSchema
  let text: ChangeText
  let vocabulary: ChangeVocabulary

  /// The argument that the words name, by its own name or by what people call it.
  /// - Parameter words: tokens that may name it.
  func find(in words: [Int]) -> Match? {
    let own = settable().compactMap { candidate($0, words: words) }
    let best = own.max {
      ($0.score, -$0.path.count, $1.path.joined()) < ($1.score, -$1.path.count, $0.path.joined())
    }
    let spoken = phrase(in: words)
    guard let spoken else { return best }
    // A phrase that people use beats a name that fewer words fit.
    if let best, best.score >= spoken.score { return best }
    return spoken
  }

  /// The argument that a value by itself sets, by its form.
  func argument(ofForm token: ChangeText.Token) -> Match? {
    for form in vocabulary.forms where form.pattern.matches(token.raw) {
      for name in form.arguments {
        if let type = type(of: [name]) { return Match(path: [name], type: type, words: [], score: 0) }
      }
    }
    return nil
  }

  /// The argument that the first value of such a form sets.
  func argument(ofForm tokens: [ChangeText.Token]) -> Match? {
    for token in tokens {
      if let match = argument(ofForm: token) { return match }
    }
    return nil
  }

  /// The type of a settable argument; nil where there is none at the path.
  func type(of path: [String]) -> ValueType? {
    var level = block
    for name in path.dropLast() {
      guard let nested = level.blocks[name] else { return nil }
      level = provider.block(nested)
    }
    guard let last = path.last, let attribute = level.attributes[last], attribute.use != .computed else {
      return nil
    }
    return attribute.type
  }

  private struct Candidate {
    var path: [String]
    var words: [String]
    var type: ValueType
  }

  /// Arguments of the block, and of blocks inside it that stand there at most once.
  private func settable() -> [Candidate] {
    var found: [Candidate] = []
    for (name, attribute) in block.attributes where attribute.use != .computed {
      found.append(Candidate(path: [name], words: RequestWords.normal(name), type: attribute.type))
    }
    for (name, nested) in block.blocks where nested.maximum == 1 || nested.nesting == .single {
      for (inner, attribute) in provider.block(nested).attributes where attribute.use != .computed {
        found.append(
          Candidate(
            path: [name, inner], words: RequestWords.normal(name) + RequestWords.normal(inner),
            type: attribute.type))
      }
    }
    return found.sorted { $0.path.joined(separator: ".") < $1.path.joined(separator: ".") }
  }

  private func candidate(_ candidate: Candidate, words: [Int]) -> Match? {
    // The name as it is written in the file.
    let written = candidate.path.joined(separator: ".")
    if written.contains(where: { "._".contains($0) }),
      let index = words.first(where: { text.tokens[$0].raw == written })
    {
      return Match(path: candidate.path, type: candidate.type, words: [index], score: 100)
    }
    let core = candidate.words.filter { !Self.silent.contains($0) }
    guard !core.isEmpty else { return nil }
    var used: [Int] = []
    for word in core {
      guard let index = words.first(where: { parts(of: $0).contains(word) }) else { return nil }
      used.append(index)
    }
    let silent = candidate.words.filter(Self.silent.contains).flatMap { word in
      words.filter { parts(of: $0) == [word] }
    }
    return Match(
      path: candidate.path, type: candidate.type, words: Array(Set(used + silent)).sorted(), score: core.count
    )
  }

  private func phrase(in words: [Int]) -> Match? {
    for entry in vocabulary.arguments {
      guard let place = place(of: entry.words, in: words) else { continue }
      for path in entry.paths.map({ $0.split(separator: ".").map(String.init) }) {
        if let type = type(of: path) {
          return Match(path: path, type: type, words: place, score: entry.words.count)
        }
      }
    }
    return nil
  }

  /// Tokens that hold the words one after the other; a token with hyphens holds several.
  private func place(of phrase: [String], in words: [Int]) -> [Int]? {
    let normal = phrase.flatMap(RequestWords.normal)
    for start in words.indices {
      var spoken: [String] = []
      var used: [Int] = []
      for index in words[start...] {
        if let last = used.last, index != last + 1 { break }
        spoken += parts(of: index)
        used.append(index)
        if spoken == normal { return used }
        if spoken.count >= normal.count { break }
      }
    }
    return nil
  }

  private func parts(of index: Int) -> [String] {
    text.tokens[index].isQuoted ? [text.tokens[index].raw] : RequestWords.normal(text.tokens[index].raw)
  }

  /// Words of names that people leave out: units and what only says that it is switched on.
  private static let silent: Set<String> = [
    "second", "day", "in", "minute", "hour", "mb", "gb", "enabled", "enable", "is", "use", "ms",
  ]
}
