import HCL
import ProviderSchemas

/// Reads the one argument of a type that a part of a clause speaks of.
struct WishReader {
  private let text: ChangeText
  private let vocabulary: ChangeVocabulary
  private let type: String
  private let segment: Range<Int>
  private let finder: ArgumentFinder

  /// So many words may stand between an argument's name and its value.
  private static let reach = 4
  private static let denials: Set<String> = [
    "no", "not", "without", "never", "disable", "disabled", "deactivate", "don't",
  ]

  /// Nil where no schema of the type is here.
  init?(text: ChangeText, vocabulary: ChangeVocabulary, type: String, segment: Range<Int>) {
    guard let provider = ProviderSchema.shipped(ofType: type), let block = provider.resource(type) else {
      return nil
    }
    self.text = text
    self.vocabulary = vocabulary
    self.type = type
    self.segment = segment
    finder = ArgumentFinder(provider: provider, block: block, text: text, vocabulary: vocabulary)
  }

  func wish(isOpen: (Range<String.Index>) -> Bool) -> ArgumentWish? {
    let open = Set(segment.filter { isOpen(text.tokens[$0].range) })
    guard !open.isEmpty, let match = finder.find(in: Array(segment)), !open.isDisjoint(with: match.words),
      let first = match.words.min(), let last = match.words.max(),
      // The words of a name stand together.
      last - first < match.words.count + 1
    else { return nil }
    let constraints = ConstraintSet.shipped.constraints(for: type)
    let reader = ValueReader(text: text, vocabulary: vocabulary, constraints: constraints)
    let isDenied = segment.contains { $0 <= last && Self.denials.contains(text.tokens[$0].raw.lowercased()) }
    let near = segment.filter {
      !match.words.contains($0) && $0 >= first - Self.reach && $0 <= last + Self.reach
    }
    let clause = ChangeClause(
      verb: isDenied ? .disable : .enable, action: "set", span: segment, verbSpan: 0..<0)
    guard let value = reader.value(of: match, in: near, clause: clause, current: nil),
      isSure(match, value: value.value, constraints: constraints)
    else { return nil }
    let denials = segment.filter {
      $0 <= last && Self.denials.contains(text.tokens[$0].raw.lowercased()) && match.type == .bool
    }
    return ArgumentWish(
      type: type, path: match.path, source: value.value.source,
      ranges: (match.words + value.words + denials).sorted().map { text.tokens[$0].range },
      condition: ChangeSession.holds(match.path, value: value.value))
  }

  /// One word alone names an argument only beside a value that the provider lists for it.
  private func isSure(_ match: ArgumentFinder.Match, value: Value, constraints: [SchemaConstraint]) -> Bool {
    if match.score >= 2 { return true }
    let path = match.path.joined(separator: ".")
    return constraints.flatMap { $0.values }.contains { entry in
      entry.path == path && value.text.map(entry.texts.contains) ?? false
    }
  }
}
