import Experts
import Vocabulary

/// Writes a requirement for each pair of things of which the request says that something passes between them: "a bucket whose
/// events go to a queue" is more than a bucket and a queue.
struct FlowWriter {
  let builder: IntentBuilder

  /// So many tokens may lie between the words and the thing behind them, and twice as many to the one before, of which more is said.
  private static let reach = 8

  /// - Returns: what passes between which of the components.
  func write(into ledger: inout BriefBuilder) throws(ExpertError) -> [Intent.Flow] {
    var flows: [Intent.Flow] = []
    var subject: (index: Int, sentence: Int)?
    for place in places() {
      let span = place.span
      let sentence = builder.request.tokens[span.lowerBound].sentence
      // "reads from a queue and writes to a table": who reads is who writes.
      let isContinued = span.lowerBound > 0 && joins(builder.request.tokens[span.lowerBound - 1].normal)
      let earlier = isContinued && subject?.sentence == sentence ? subject?.index : nil
      guard let left = earlier ?? nearest(before: span), let right = nearest(behind: span), left != right
      else { continue }
      flows.append(flow(left, to: right, span: span))
      guard let expectation = try expectation(left, with: right, isEvent: place.isEvent)
      else { continue }
      subject = (left, sentence)
      let text =
        "\(words(left)) and \(words(right)): \(builder.request.words(span))"
      ledger.require(text, at: place.words, expectations: [expectation], kind: .flow)
    }
    return flows
  }

  /// "written to by a function" turns it round.
  private func flow(_ left: Int, to right: Int, span: Range<Int>) -> Intent.Flow {
    let tokens = builder.request.tokens
    let isPassive = (span.upperBound - 1...span.upperBound).contains {
      $0 < tokens.count && tokens[$0].normal == "by"
    }
    let (from, to) = isPassive ? (right, left) : (left, right)
    return Intent.Flow(
      from: builder.group(of: from), to: builder.group(of: to), words: Set(span.map { tokens[$0].normal }))
  }

  private func joins(_ word: String) -> Bool { builder.lexicon.denial.and.contains(word) || word == "then" }

  private struct Place {
    let span: Range<Int>
    /// The words themselves, without what is passed: "writes" and "to" of "writes a report to".
    let words: [Range<Int>]
    let isEvent: Bool
  }

  /// Where such words stand, longer ones before shorter ones.
  private func places() -> [Place] {
    let normals = builder.request.tokens.map(\.normal)
    let things = Set(builder.mentions.filter(Self.isThing).flatMap { $0.span })
    var found: [Place] = []
    for start in normals.indices {
      guard !found.contains(where: { $0.span.contains(start) }),
        !things.contains(start)
      else { continue }
      if let phrase = builder.lexicon.flows.first(where: { normals[start...].starts(with: $0.words) }) {
        let span = start..<(start + phrase.words.count)
        found.append(Place(span: span, words: [span], isEvent: phrase.isEvent))
      } else if let joint = joint(behind: start, beside: things) {
        found.append(
          Place(span: start..<joint + 1, words: [start..<start + 1, joint..<joint + 1], isEvent: false))
      }
    }
    return found
  }

  /// The word that leads from a verb over what is passed to where it goes: "to" of "writes a report to".
  private func joint(behind verb: Int, beside things: Set<Int>) -> Int? {
    let tokens = builder.request.tokens
    guard let joints = builder.lexicon.passing[tokens[verb].normal] else { return nil }
    for index in verb + 1..<min(verb + 1 + Self.objectReach, tokens.count) {
      guard tokens[index].clause == tokens[verb].clause, !things.contains(index) else { return nil }
      if joints.contains(tokens[index].normal) { return index }
    }
    return nil
  }

  /// So many words may say what is passed.
  private static let objectReach = 6

  private static func isThing(_ mention: Mention) -> Bool {
    if case .component = mention.sense { true } else { false }
  }

  private func nearest(before span: Range<Int>) -> Int? {
    let sentence = builder.request.tokens[span.lowerBound].sentence
    return candidates { place in
      place.upperBound <= span.lowerBound && span.lowerBound - place.upperBound <= 2 * Self.reach
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

  private func count(_ index: Int) -> Int {
    builder.groups.first { group in group.first == index }?.count ?? 1
  }

  /// That each of the more numerous side is joined to the other; nil where a kind has no types to look for.
  private func expectation(
    _ left: Int, with right: Int, isEvent: Bool
  ) throws(ExpertError) -> ResourceExpectation? {
    let (before, behind) = (count(left), count(right))
    let (many, one) = behind > before ? (right, left) : (left, right)
    let (subject, object) = (try builder.types(of: many), try builder.types(of: one))
    guard !subject.isEmpty, !object.isEmpty else { return nil }
    return ResourceExpectation(
      types: subject, condition: "\(isEvent ? "wired_to" : "joined_to")(\(object.quotedArguments))",
      minimum: max(before, behind))
  }
}
