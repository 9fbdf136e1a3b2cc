import Experts
import Vocabulary

/// Writes a requirement for each pair of things of which the request says that something passes between them: "a bucket whose
/// events go to a queue" is more than a bucket and a queue.
struct FlowWriter {
  let builder: IntentBuilder

  /// So many tokens may lie between the words and the thing on either side.
  private static let reach = 8

  func write(into ledger: inout BriefBuilder) throws(ExpertError) {
    var subject: (index: Int, sentence: Int)?
    for (span, isEvent) in places() {
      let sentence = builder.request.tokens[span.lowerBound].sentence
      // "reads from a queue and writes to a table": who reads is who writes.
      let isContinued = span.lowerBound > 0 && joins(builder.request.tokens[span.lowerBound - 1].normal)
      let earlier = isContinued && subject?.sentence == sentence ? subject?.index : nil
      guard let left = earlier ?? nearest(before: span), let right = nearest(behind: span), left != right,
        let expectation = try expectation(left, with: right, isEvent: isEvent)
      else { continue }
      subject = (left, sentence)
      let text =
        "\(words(left)) and \(words(right)): \(builder.request.words(span))"
      ledger.require(text, at: [span], expectations: [expectation], kind: .flow)
    }
  }

  private func joins(_ word: String) -> Bool { builder.lexicon.denial.and.contains(word) || word == "then" }

  /// Where such words stand, longer ones before shorter ones.
  private func places() -> [(span: Range<Int>, isEvent: Bool)] {
    let normals = builder.request.tokens.map(\.normal)
    var found: [(span: Range<Int>, isEvent: Bool)] = []
    for start in normals.indices {
      let phrase = builder.lexicon.flows.first { normals[start...].starts(with: $0.words) }
      guard let phrase, !found.contains(where: { $0.span.contains(start) }),
        !builder.mentions.contains(where: { $0.span.contains(start) && Self.isThing($0) })
      else { continue }
      found.append((start..<(start + phrase.words.count), phrase.isEvent))
    }
    return found
  }

  private static func isThing(_ mention: Mention) -> Bool {
    if case .component = mention.sense { true } else { false }
  }

  private func nearest(before span: Range<Int>) -> Int? {
    let sentence = builder.request.tokens[span.lowerBound].sentence
    return candidates { place in
      place.upperBound <= span.lowerBound && span.lowerBound - place.upperBound <= Self.reach
        && builder.request.tokens[place.lowerBound].sentence == sentence
    }.max { $0.place.upperBound < $1.place.upperBound }?.index
  }

  private func nearest(behind span: Range<Int>) -> Int? {
    let sentence = builder.request.tokens[span.lowerBound].sentence
    return candidates { place in
      place.lowerBound >= span.upperBound && place.lowerBound - span.upperBound <= Self.reach
        && builder.request.tokens[place.lowerBound].sentence == sentence
    }.min { $0.place.lowerBound < $1.place.lowerBound }?.index
  }

  /// The first component of each wish, with its places.
  private func candidates(_ isFitting: (Range<Int>) -> Bool) -> [(index: Int, place: Range<Int>)] {
    builder.groups.compactMap(\.first).filter(isSpokenOf).flatMap { index in
      builder.components[index].spans.filter(isFitting).map { (index, $0) }
    }
  }

  /// Whether words ask for it, by itself or as what a pattern is made of.
  private func isSpokenOf(_ index: Int) -> Bool {
    let component = builder.components[index]
    return !component.words.isEmpty
      || builder.patterns.contains { component.spans.contains($0.mention.span) }
  }

  private func words(_ index: Int) -> String {
    let component = builder.components[index]
    return component.words.isEmpty
      ? component.spans.first.map(builder.request.words) ?? "" : component.words
  }

  /// The types that show a component; none for objects of a cluster, whose relations are others.
  private func types(_ index: Int) throws(ExpertError) -> [String] {
    guard !RecipeBook.isForManifests(builder.components[index].recipe) else { return [] }
    return try builder.checks(of: index).flatMap(\.types)
  }

  private func count(_ index: Int) -> Int {
    builder.groups.first { group in group.first == index }?.count ?? 1
  }

  /// That each of the more numerous side is joined to the other; nil where a kind has no types to look for.
  private func expectation(
    _ left: Int, with right: Int, isEvent: Bool
  ) throws(ExpertError) -> ResourceExpectation? {
    let (before, behind) = (count(left), count(right))
    let (many, one) = behind > before ? (right, left) : (left, right)
    let (subject, object) = (try types(many), try types(one))
    guard !subject.isEmpty, !object.isEmpty else { return nil }
    let types = object.map { "\"\($0)\"" }.joined(separator: ", ")
    return ResourceExpectation(
      types: subject, condition: "\(isEvent ? "wired_to" : "joined_to")(\(types))",
      minimum: max(before, behind))
  }
}
