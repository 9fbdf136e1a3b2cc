import FoundationEssentials
import Basics
import Changes
import Experts
import Vocabulary

/// Reads what no recipe builds and a provider's schema knows by name: it is composed from the schema, which the report says.
struct ComposedReader {
  let lexicon: Lexicon
  let book: RecipeBook
  let changes: ChangeReader
  let request: RequestText
  private let sightings: [ChangeReader.Sighting]

  init(lexicon: Lexicon, book: RecipeBook, changes: ChangeReader, request: RequestText) {
    self.lexicon = lexicon
    self.book = book
    self.changes = changes
    self.request = request
    sightings = changes.sightings(in: request.text)
  }

  /// The mentions without those that are only words of a longer name: in "Kinesis video stream" there is no stream of Kinesis.
  func overruled(_ mentions: [Mention]) throws(ExpertError) -> [Mention] {
    var dropped: Set<Int> = []
    for sighting in sightings {
      guard let name = wholeName(of: sighting) else { continue }
      let tokens = Set(name)
      for (index, mention) in mentions.enumerated() where mention.span.overlaps(name) {
        if mention.isOneAdjective, name.count > 1 { dropped.insert(index) }
        guard case .component(let entry) = mention.sense, let id = lexicon.entries[entry].recipe else {
          continue
        }
        let isWhole = tokens.allSatisfy(mention.span.contains)
        let types = try book.recipe(id).types
        // What adds to a thing that a recipe builds leaves the thing where it is.
        if !isWhole, !types.contains(where: { sighting.type.hasPrefix($0) }) { dropped.insert(index) }
      }
    }
    return mentions.enumerated().filter { !dropped.contains($0.offset) }.map(\.element)
  }

  /// The mentions without names that are values: 'PAY_PER_REQUEST' is what a table's billing mode may be, and no table's name.
  func withoutValues(_ mentions: [Mention]) throws(ExpertError) -> [Mention] {
    var types: Set<String> = []
    for mention in mentions {
      guard case .component(let entry) = mention.sense, let id = lexicon.entries[entry].recipe else {
        continue
      }
      types.formUnion(try book.recipe(id).types)
    }
    return mentions.filter { mention in
      guard case .name(let name, _) = mention.sense else { return true }
      return name != name.uppercased() || !changes.accepts(name, byAnyOf: types)
    }
  }

  /// What the request names by the whole name of a type.
  var named: [String] {
    sightings.compactMap(wholeName).map(request.words)
  }

  /// What is to be composed, entered into the ledger; its words count as understood.
  /// - Parameter built: types that recipes in play build.
  func read(
    beside mentions: [Mention], built: Set<String>, into ledger: inout BriefBuilder,
    understood known: inout Set<Int>
  ) -> [Intent.Composed] {
    let taken = covered(mentions, known: known)
    var found: [Intent.Composed] = []
    for sighting in sightings
    where sighting.count == 1 && !built.contains(sighting.type) {
      guard let tokens = wholeName(of: sighting).map(Set.init), let first = tokens.min(),
        taken.isDisjoint(with: tokens), !isExcluded(first)
      else { continue }
      let span = first..<end(of: first)
      let low = request.tokens[first].range.lowerBound
      let words = String(request.text[low..<request.tokens[span.upperBound - 1].range.upperBound])
      let reading = changes.adding(sighting.type, as: words, to: Self.sketch(of: built))
      guard let line = reading.lines.first(where: { $0.kind == .exists }), line.gap == nil else { continue }
      // Words that the composition does not use stay what they are: not understood.
      let open = reading.lines.filter { $0.kind == .notCovered }.flatMap { line in
        line.ranges.compactMap { range in offset(range, in: words, from: first) }
      }
      let used = Array(span).filter { tokens.contains($0) || !open.contains($0) }
      ledger.withdraw(Set(used))
      ledger.require(
        request.words(span), at: used.map { $0..<$0 + 1 }, expectations: line.expectations.map(Self.anyLabel),
        kind: .exists)
      ledger.assume(
        "\(sighting.type) has no recipe: it is composed from the provider's schema, and weaker for that.")
      known.formUnion(used)
      found.append(Intent.Composed(type: sighting.type, words: words))
    }
    return found
  }

  /// What the recipes will build, as far as something can refer to it.
  private static func sketch(of types: Set<String>) -> [Artifact] {
    let blocks = types.sorted().map { "resource \"\($0)\" \"main\" {\n}\n" }
    return [Artifact(path: ArtifactFormat.openTofu.path(of: "main.tf"), content: blocks.joined())]
  }

  /// The tokens that name the type: two or more, one behind the other, each word of its name written out. What a word only
  /// implies, as "bucket" does whose bucket it is, is not enough to build on.
  private func wholeName(of sighting: ChangeReader.Sighting) -> Range<Int>? {
    let tokens = Set(sighting.ranges.compactMap(request.span).flatMap { $0 })
    guard let first = tokens.min(), let last = tokens.max(), tokens.count == last - first + 1,
      tokens.count > 1
    else { return nil }
    guard request.tokens[first].clause == request.tokens[last].clause else { return nil }
    let name = sighting.type.split(separator: "_").dropFirst().joined().filter(\.isLetter)
    let spoken = (first...last).map { request.tokens[$0].normal }.joined().filter(\.isLetter)
    // Names of services are written in one word or in several, things in the singular or the plural.
    return spoken.filter { $0 != "s" } == name.filter { $0 != "s" } ? first..<last + 1 : nil
  }

  /// Tokens of what recipes build and of everything else that the lexicon knows by name.
  private func covered(_ mentions: [Mention], known: Set<Int>) -> Set<Int> {
    var tokens = known
    for mention in mentions {
      switch mention.sense {
      case .unsupported, .number, .name: continue
      default: tokens.formUnion(mention.span)
      }
    }
    return tokens
  }

  private func end(of first: Int) -> Int {
    var end = first + 1
    while end < request.tokens.count, request.tokens[end].sentence == request.tokens[first].sentence,
      request.tokens[end].clause == request.tokens[first].clause,
      !(request.tokens[end].normal == "and" && end + 1 < request.tokens.count)
    {
      end += 1
    }
    return end
  }

  /// Whether a word before it says that it is not wanted.
  private func isExcluded(_ token: Int) -> Bool {
    let clause = request.tokens[token].clause
    return (max(0, token - 6)..<token).contains { index in
      request.tokens[index].clause == clause
        && ["no", "not", "without", "never", "nor", "neither", "avoid", "don't", "except", "existing", "our"]
          .contains(
            request.tokens[index].normal)
    }
  }

  /// The token of a range of a stretch's text.
  private func offset(_ range: Range<String.Index>, in words: String, from first: Int) -> Int? {
    let distance = words.distance(from: words.startIndex, to: range.lowerBound)
    let start = request.tokens[first].range.lowerBound
    let place = request.text.index(start, offsetBy: distance, limitedBy: request.text.endIndex)
    return place.flatMap { place in request.tokens.firstIndex { $0.range.contains(place) } }
  }

  /// Which label it will bear is settled where it is composed.
  private static func anyLabel(_ expectation: ResourceExpectation) -> ResourceExpectation {
    var result = expectation
    let parts = (expectation.condition ?? "").components(separatedBy: " && ").filter {
      !$0.hasPrefix("label == ")
    }
    result.condition = parts.isEmpty ? nil : parts.joined(separator: " && ")
    return result
  }
}
