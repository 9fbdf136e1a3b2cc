import Experts

/// The names of several things that one wish asks for: "three services: orders, billing and users".
struct NameList {
  private(set) var names: [String] = []
  /// The tokens of the names.
  private(set) var span: Range<Int>

  /// Whether a colon, a bracket or a word says that names follow.
  private(set) var isMarked = true

  /// Whether a word says that names follow, so that words with a meaning are names as well.
  private(set) var isNamed = false

  /// Words between the wish and its list, as in "three services on Kubernetes: …".
  private static let reach = 6

  /// Nil unless exactly `count` names of one word each follow a colon, a bracket or "named", or stand right behind as a list.
  init?(in request: RequestText, after end: Int, count: Int) {
    if let start = Self.start(in: request, after: end),
      let list = Self.list(in: request, from: start, count: count)
    {
      (names, span) = list
      isNamed = start > 0 && ["named", "called"].contains(request.tokens[start - 1].normal)
      isMarked = start > end || !request.gap(before: start).contains(",")
    } else if end < request.tokens.count, request.gap(before: end) == " ",
      let list = Self.list(in: request, from: end, count: count)
    {
      (names, span) = list
      isMarked = false
    } else {
      return nil
    }
  }

  /// The names of a list right behind, as many as there are: "the queues orders, refunds and returns".
  /// - Parameter isName: whether the word at a place may be a name.
  /// - Returns: nil for fewer than two, and where something else than names follows.
  init?(in request: RequestText, openAfter end: Int, isName: (Int) -> Bool) {
    guard end < request.tokens.count, [" ", ": ", " ("].contains(request.gap(before: end)) else { return nil }
    var index = end
    var isJoined = true
    while index < request.tokens.count, isJoined, isName(index) {
      names.append(request.text[request.tokens[index].range].lowercased())
      index += 1
      guard index < request.tokens.count else { break }
      let isAnd = request.tokens[index].normal == "and"
      isJoined =
        isAnd
        || request.gap(before: index).allSatisfy { ",/& ".contains($0) } && request.gap(before: index) != " "
      if isAnd, index + 1 < request.tokens.count, isName(index + 1) { index += 1 }
    }
    guard names.count > 1 else { return nil }
    span = end..<index
  }

  /// The names of a list right before a place, two at least: "raw, curated and published" before "buckets".
  /// - Parameter isName: whether the word at a place may be a name.
  init?(in request: RequestText, endingBefore end: Int, isName: (Int) -> Bool) {
    guard end > 0, request.gap(before: end) == " " else { return nil }
    var index = end - 1
    while index >= 0, isName(index) {
      names.insert(request.text[request.tokens[index].range].lowercased(), at: 0)
      var next = index - 1
      let isAnd = next >= 0 && request.tokens[next].normal == "and"
      if isAnd { next -= 1 }
      guard next >= 0, isAnd || request.gap(before: index).allSatisfy({ ",/& ".contains($0) }),
        isAnd || request.gap(before: index) != " ", isName(next)
      else { break }
      index = next
    }
    // The last two are joined by a word; without one it is a row of adjectives.
    guard names.count > 1, end > 1, request.tokens[end - 2].normal == "and" else { return nil }
    span = index..<end
  }

  private static func list(in request: RequestText, from start: Int, count: Int) -> ([String], Range<Int>)? {
    var names: [String] = []
    var index = start
    while names.count < count, index < request.tokens.count {
      if !names.isEmpty, request.tokens[index].normal == "and" { index += 1 }
      guard index < request.tokens.count else { return nil }
      let first = index
      while index + 1 < request.tokens.count, ["-", "_"].contains(request.gap(before: index + 1)) {
        index += 1
      }
      let name = request.text[request.tokens[first].range.lowerBound..<request.tokens[index].range.upperBound]
      guard !["a", "an", "the"].contains(name.lowercased()), name.first?.isLetter == true,
        name.allSatisfy(\.isASCII), name.count <= 40
      else { return nil }
      names.append(name.lowercased())
      index += 1
      guard names.count < count else { break }
      guard index < request.tokens.count,
        request.gap(before: index).contains(where: { ",/&".contains($0) })
          || request.tokens[index].normal == "and"
      else { return nil }
    }
    return names.count == count ? (names, start..<index) : nil
  }

  private static func start(in request: RequestText, after end: Int) -> Int? {
    for index in end..<min(end + reach, request.tokens.count) where index > 0 {
      let gap = request.gap(before: index)
      if gap.contains(where: { ":(".contains($0) }) || (index == end && gap.contains(",")) { return index }
      if gap.contains(where: { ".;,)".contains($0) }) { return nil }
      if ["named", "called"].contains(request.tokens[index].normal) { return index + 1 }
    }
    return nil
  }
}
