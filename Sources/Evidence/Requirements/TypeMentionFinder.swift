import Basics

/// Finds the resource types a request speaks of: every word of the type's name stands in the request, those of the
/// thing itself close together. A longer name wins over a shorter one on the same words, so that "bucket versioning"
/// asks for `aws_s3_bucket_versioning`.
package struct TypeMentionFinder: Sendable {
  let vocabulary: TypeVocabulary
  let terms: Terms

  package init(vocabulary: TypeVocabulary, terms: Terms) {
    self.vocabulary = vocabulary
    self.terms = terms
  }

  /// In the order of the request.
  package func mentions(in request: RequestWords) -> [TypeMention] {
    let found = vocabulary.entries.compactMap { candidate($0, request: request) }.sorted {
      ($1.told, $0.stretch, $0.entry.type) < ($0.told, $1.stretch, $1.entry.type)
    }
    var taken: Set<Int> = []
    var mentions: [TypeMention] = []
    for candidate in found where !candidate.places.allSatisfy(taken.contains) {
      taken.formUnion(candidate.places)
      mentions.append(
        TypeMention(
          type: candidate.entry.type, places: candidate.places,
          count: count(candidate.places, request: request)))
    }
    return mentions.sorted { ($0.places.first ?? 0, $0.type) < ($1.places.first ?? 0, $1.type) }
  }

  private struct Candidate {
    var entry: TypeVocabulary.Entry
    var places: [Int]
    /// How many words of its name the request holds.
    var told: Int
    /// From the first to the last of its words.
    var stretch: Int
  }

  private func candidate(_ entry: TypeVocabulary.Entry, request: RequestWords) -> Candidate? {
    guard entry.words.allSatisfy(request.context.contains) else { return nil }
    let spoken = entry.noun.filter { request.places[$0] != nil }
    guard let head = spoken.last else { return nil }
    let reach = entry.noun.count + 2
    var best: [Int]?
    for place in request.places[head] ?? [] {
      guard let places = around(place, words: spoken.dropLast(), reach: reach, request: request) else {
        continue
      }
      if best.map({ stretch(places) < stretch($0) }) ?? true { best = places }
    }
    guard let best else { return nil }
    return Candidate(
      entry: entry, places: best, told: entry.words.count { request.places[$0] != nil },
      stretch: stretch(best))
  }

  /// A place for each word, all within reach of the head.
  private func around(_ head: Int, words: ArraySlice<String>, reach: Int, request: RequestWords)
    -> [Int]?
  {
    var places = [head]
    for word in words {
      let near = (request.places[word] ?? []).filter { abs($0 - head) <= reach && !places.contains($0) }
      guard let nearest = near.min(by: { abs($0 - head) < abs($1 - head) }) else { return nil }
      places.append(nearest)
    }
    return places.sorted()
  }

  private func stretch(_ places: [Int]) -> Int { (places.last ?? 0) - (places.first ?? 0) }

  /// A number among the three words before: "two public subnets".
  private func count(_ places: [Int], request: RequestWords) -> Int {
    guard let first = places.first else { return 1 }
    for word in request.words[max(0, first - 3)..<first].reversed() {
      if let number = terms.numbers[word] ?? Int(word), (2...50).contains(number) { return number }
    }
    return 1
  }
}
