import Experts

extension IntentBuilder {
  /// The members of a group of whose names a place is behind: "orders" of '"orders" with 30 seconds and "billing" with 60' at "30", and
  /// both at the end of "orders and billing with 30 seconds". Nil where no name stands before the place in its sentence.
  func namedBefore(_ index: Int, among members: [Int]) -> [Int]? {
    let sentence = request.tokens[index].sentence
    let places = members.flatMap { member in
      namePlaces(of: member).map { (member: member, span: $0) }
    }.filter {
      $0.span.upperBound <= index && request.tokens[$0.span.lowerBound].sentence == sentence
    }.sorted { $0.span.lowerBound < $1.span.lowerBound }
    guard let last = places.last else { return nil }
    // Names one after the other share what follows them.
    var run = [last.member]
    var start = last.span.lowerBound
    // Who was named before and is named again is meant alone.
    guard places.count(where: { $0.member == last.member }) == 1 else { return run }
    for place in places.dropLast().reversed() {
      guard !request.gap(before: start).contains(where: { ":;.(".contains($0) }),
        (place.span.upperBound..<start).allSatisfy({ request.tokens[$0].normal == "and" }),
        start - place.span.upperBound <= 1
      else { break }
      run.append(place.member)
      start = place.span.lowerBound
    }
    return members.filter(run.contains)
  }

  /// Whether a word beside it says that it is said of all of them.
  func isShared(_ mention: Mention) -> Bool {
    let around = max(0, mention.span.lowerBound - 2)..<min(request.tokens.count, mention.span.upperBound + 2)
    return around.contains { index in
      guard ["each", "all", "both", "every"].contains(request.tokens[index].normal) else { return false }
      // "128 MB, both triggered by …" begins another thought; "128 MB, each" does not.
      let next = index + 1
      let beginsClause =
        request.tokens[index].clause != request.tokens[mention.span.upperBound - 1].clause
        && next < request.tokens.count && request.tokens[next].clause == request.tokens[index].clause
      return index < mention.span.lowerBound || !beginsClause
    }
  }

  /// Where the name of a component stands, as one or several words.
  func namePlaces(of member: Int) -> [Range<Int>] {
    guard let name = components[member].name else { return [] }
    let words = RequestText.words(name)
    guard let first = words.first else { return [] }
    return request.tokens.indices.filter { start in
      request.tokens[start].normal == first && start + words.count <= request.tokens.count
        && zip(words, request.tokens[start...]).allSatisfy { $0 == $1.normal }
    }.map { $0..<$0 + words.count }
  }
}
