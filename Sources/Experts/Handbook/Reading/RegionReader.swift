import Clouds
import Experts
import Basics
import Vocabulary

/// Reads the regions of a request, and refuses those that do not exist.
struct RegionReader {
  let lexicon: Lexicon
  let request: RequestText
  let mentions: [Mention]
  /// By recipe, the types that show it.
  var types: [String: [String]] = [:]

  /// Throws where a word has a region's form but no region has that name.
  func check() throws(ExpertError) {
    for found in try written() where !lexicon.regions.contains(found.code) {
      let near = lexicon.regions.map {
        (Spelling.distance(Array($0), right: Array(found.code), swapsCountOnce: false), $0)
      }.sorted { $0 < $1 }.prefix(
        3)
      throw ExpertError(
        .unknownName, summary: "Unknown region",
        detail:
          "'\(found.words)' is no region of \(lexicon.cloud.title). Near it are \(near.map(\.1).joined(separator: ", "))."
      )
    }
  }

  private struct Place {
    let at: Int
    let code: String
    let words: String
  }

  /// Each once, in the order of the request.
  private static func codes(_ places: [Place]) -> [String] {
    places.reduce(into: []) { codes, place in
      if !codes.contains(place.code) { codes.append(place.code) }
    }
  }

  /// Enters a region as a limit and as a claim: that everything stands there, or, beside another region, what is named before it.
  private func require(
    _ place: Place, isOnly: Bool, into ledger: inout BriefBuilder
  ) throws(ExpertError) {
    let span = span(at: place.at)
    ledger.constrain(
      Constraint(id: "", kind: .region, text: place.words, relation: "=", value: place.code), at: span)
    guard let check = lexicon.regionCheck else { return }
    var expectation = try check.expectation(["region": .string(place.code)])
    if !isOnly {
      expectation = ResourceExpectation(
        types: things(place.at), condition: "stands_in_region(\"\(place.code)\")")
    }
    ledger.require("region \(place.words)", at: [span], expectations: [expectation], kind: .property)
  }

  /// The types of what is named last before a place in its clause; empty for anything.
  private func things(_ place: Int) -> [String] {
    let clause = request.tokens[place].clause
    for mention in mentions.reversed() where mention.span.upperBound <= place {
      guard request.tokens[mention.span.lowerBound].clause == clause else { break }
      if case .component(let index) = mention.sense {
        let entry = lexicon.entries[index]
        let own = entry.isPart ? [] : entry.checks.flatMap(\.types)
        return own.isEmpty ? entry.recipe.flatMap { types[$0] } ?? [] : own
      }
    }
    return []
  }

  /// "one of them in eu-west-2" says nothing of the others.
  private func isOfPart(_ place: Int) -> Bool {
    guard place >= 4, request.tokens[place].clause == request.tokens[place - 4].clause else { return false }
    let words = request.tokens[place - 4..<place].map(\.normal)
    return words.starts(with: ["one", "of"])
  }

  /// The region and, where data is replicated, the second one. Throws where two regions are asked for one thing.
  func read(isNeeded: Bool, into ledger: inout BriefBuilder) throws(ExpertError) -> (
    main: String?, second: String?
  ) {
    var found: [Place] = []
    for mention in mentions {
      guard case .region(let code) = mention.sense else { continue }
      if isOfVisitors(mention) {
        ledger.leave(
          mention.words, at: mention.span, status: .unknown,
          reason: "Nothing decides who may come from where.")
        continue
      }
      found.append(Place(at: mention.span.lowerBound, code: code, words: mention.words))
    }
    for region in try written() {
      guard let place = request.span(of: region.range)?.lowerBound else { continue }
      found.append(Place(at: place, code: region.code, words: region.words))
    }
    found.sort { $0.at < $1.at }
    var codes = Self.codes(found)
    // "replicated to a bucket in eu-west-1" says where the copy is, and nothing of the rest.
    if lexicon.cloud.regions.hasSecond, let copy = found.first(where: { isOfCopy($0.at) }), codes.count <= 2 {
      let main = found.first { $0.code != copy.code }
      if let main {
        try require(main, isOnly: false, into: &ledger)
      } else {
        ledger.assume(
          "The region is \(lexicon.cloud.regions.reference), because the request names one for the copy alone."
        )
      }
      try require(copy, isOnly: false, into: &ledger)
      return (main?.code, copy.code)
    }
    for part in found where isOfPart(part.at) {
      ledger.leave(
        part.words, at: span(at: part.at), status: .unmet,
        reason: "One of several in a region of its own has no recipe.")
    }
    found.removeAll { isOfPart($0.at) }
    codes = Self.codes(found)
    guard let main = codes.first, let first = found.first else {
      if isNeeded {
        ledger.assume(
          "The region is \(lexicon.cloud.regions.reference), because the request names none.")
      }
      return (nil, nil)
    }
    try require(first, isOnly: codes.count == 1, into: &ledger)
    guard codes.count > 1 else { return (main, nil) }
    guard isSpread, let other = found.first(where: { $0.code == codes[1] }) else {
      throw ExpertError(
        .contradiction, summary: "The request contradicts itself",
        detail:
          "It names the regions \(codes.map { "'\($0)'" }.joined(separator: " and ")) and does not say what is "
          + "to be replicated. Keep one, or say what goes where.")
    }
    guard lexicon.cloud.regions.hasSecond else {
      ledger.leave(
        other.words, at: span(at: other.at), status: .unmet,
        reason: "The recipes for \(lexicon.cloud.title) place everything in one region, here \(main).")
      return (main, nil)
    }
    try require(other, isOnly: false, into: &ledger)
    for code in codes.dropFirst(2) {
      ledger.ask("The region \(code) is not used; two regions are the most.")
      guard let extra = found.first(where: { $0.code == code }) else { continue }
      ledger.leave(extra.words, at: span(at: extra.at), status: .unmet, reason: "Two regions are the most.")
    }
    return (main, codes[1])
  }

  /// Whether the sentence is about who is let in from where, and not about where things stand.
  private func isOfVisitors(_ mention: Mention) -> Bool {
    let sentence = request.tokens[mention.span.lowerBound].sentence
    let about: Set<String> = ["outside", "block", "blocked", "visitor", "geo", "everyone"]
    return mention.words.first?.isUppercase == true && !mention.words.contains(where: \.isNumber)
      && request.tokens.indices.contains {
        request.tokens[$0].sentence == sentence && about.contains(request.tokens[$0].normal)
          && !isOfCopies($0)
      }
  }

  /// "geo-redundant" is about copies, and about nobody who comes from somewhere.
  private func isOfCopies(_ token: Int) -> Bool {
    let next = token + 1
    return next < request.tokens.count
      && ["redundant", "redundancy", "replicated", "replication", "backup"].contains(
        request.tokens[next].normal)
  }

  /// Whether the clause says before the place that something is copied there.
  private func isOfCopy(_ place: Int) -> Bool {
    let clause = request.tokens[place].clause
    return (max(0, place - Self.copyReach)..<place).contains {
      request.tokens[$0].clause == clause && Self.copying.contains(request.tokens[$0].normal)
    }
  }

  /// So many words may lie between "replicated" and the region.
  private static let copyReach = 7
  private static let copying: Set<String> = [
    "replica", "replicate", "replicated", "replication", "copy", "copied", "copies", "mirrored",
  ]

  /// The words that name the region at a token.
  private func span(at token: Int) -> Range<Int> {
    if let mention = mentions.first(where: { $0.span.contains(token) }) { return mention.span }
    var end = token + 1
    while end < request.tokens.count, request.gap(before: end) == "-" { end += 1 }
    return token..<end
  }

  private var isSpread: Bool {
    let spreading: Set<String> = [
      "replica", "replicate", "replicated", "replication", "cross", "both", "multi", "multiple", "disaster",
      "respectively", "second", "secondary", "copy", "copied", "global", "failover", "each", "other",
      "recovery",
    ]
    return request.tokens.contains { spreading.contains($0.normal) }
  }

  private func written() throws(ExpertError) -> [(code: String, words: String, range: Range<String.Index>)] {
    guard let pattern = lexicon.cloud.regions.written else { return [] }
    do {
      let regex = try Regex(pattern).ignoresCase().wordBoundaryKind(.simple)
      return request.text.matches(of: regex).compactMap { match in
        let form = FormMatch(output: match.output, range: match.range)
        guard let area = form.text(1), let part = form.text(2), let number = form.text(3) else { return nil }
        guard !isName(match.range) else { return nil }
        return (code([area, part, number]), String(request.text[match.range]), match.range)
      }
    } catch {
      throw ExpertError(
        .failed, summary: "The form of regions cannot be read", detail: "\(error)")
    }
  }

  /// The region of the words of its name, however they are joined; where there is none, the words joined by hyphens.
  private func code(_ parts: [String]) -> String {
    let whole = parts.joined().lowercased().filter { $0 != "-" }
    return lexicon.regions.first { $0.filter { $0 != "-" } == whole }
      ?? parts.joined(separator: "-").lowercased()
  }

  private func isName(_ range: Range<String.Index>) -> Bool {
    guard let span = request.span(of: range) else { return false }
    return mentions.contains { mention in
      if case .name = mention.sense { return mention.span.overlaps(span) }
      return false
    }
  }
}
