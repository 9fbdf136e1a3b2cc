import Experts
import Basics
import Vocabulary

extension IntentBuilder {
  /// The component and the parameter that a fact is nearest to; nil where it fits none.
  func bestTarget(
    for id: String, _ mention: Mention
  ) throws(ExpertError) -> (index: Int, parameter: Parameter)? {
    if parts.contains(id), isOfPart(mention) { return nil }
    var best: (score: Int, index: Int, parameter: Parameter)?
    var provided: Set<String> = []
    for component in components { provided.formUnion(try book.recipe(component.recipe).provides) }
    for index in components.indices {
      let recipe = try book.recipe(components[index].recipe)
      let spans = components[index].spans + (partSpans[index] ?? [])
      let base = spans.map { reach($0, mention: mention.span) }.min() ?? 20
      for parameter in recipe.parameters where parameter.fact == id {
        if !provided.isDisjoint(with: parameter.defersTo) { continue }
        let hasCue = isCue(parameter.cues, near: mention.span)
        if parameter.needsCue, !hasCue { continue }
        if isAvoided(parameter.avoids, before: mention.span) { continue }
        let isSet = components[index].settings[parameter.name]?.words.isEmpty == false
        let score =
          base + (hasCue ? cueScore(parameter.cues, near: mention.span) : parameter.cues.isEmpty ? 0 : 4)
          + (isSet && id != "days" ? 40 : 0)
        if let best, best.score <= score { continue }
        // What only a later sentence speaks of is not what this one gives a number to.
        if base >= 100 { continue }
        best = (score, index, parameter)
      }
    }
    return best.map { ($0.index, $0.parameter) }
  }

  /// Whether the clause says before the number that it is about something else: "to Glacier after 90 days" deletes nothing.
  func isAvoided(_ words: [String], before span: Range<Int>) -> Bool {
    let clause = request.tokens[span.lowerBound].clause
    let avoided = Set(words.flatMap { RequestText.words($0) })
    var index = span.lowerBound - 1
    while index >= 0, request.tokens[index].clause == clause, span.lowerBound - index <= 6 {
      if ["and", "then"].contains(request.tokens[index].normal) { return false }
      if avoided.contains(request.tokens[index].normal) { return true }
      index -= 1
    }
    return false
  }

  /// The distance, and more where the component is only spoken of later: a number belongs to what stands before it.
  func reach(_ span: Range<Int>, mention: Range<Int>) -> Int {
    let (here, there) = (request.tokens[mention.lowerBound], request.tokens[span.lowerBound])
    let isLater = span.lowerBound >= mention.upperBound && there.clause > here.clause
    return distance(span, right: mention) + (isLater ? 12 : 0) + (there.sentence > here.sentence ? 100 : 0)
  }

  /// Facts that a part may have of its own, which no recipe sets: the addresses of a subnet are not the network's.
  private var parts: Set<String> { ["cidr"] }

  /// Whether a part stands nearer than anything that is built as a whole.
  func isOfPart(_ mention: Mention) -> Bool {
    let own = components.flatMap(\.spans).map { distance($0, right: mention.span) }.min() ?? 100
    let part = partSpans.values.flatMap { $0 }.map { distance($0, right: mention.span) }.min() ?? 100
    return part < own
  }

  /// The words that say what a number is about are understood with it.
  @discardableResult
  mutating func understand(_ cues: [String], near span: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    let words = Set(cues.flatMap { RequestText.words($0) })
    let sentence = request.tokens[span.lowerBound].sentence
    for index in max(span.lowerBound - 7, 0)..<min(span.upperBound + 4, request.tokens.count)
    where request.tokens[index].sentence == sentence && words.contains(request.tokens[index].normal) {
      understood.insert(index)
      if !span.contains(index) { found.append(index..<(index + 1)) }
    }
    return found
  }

  func isCue(_ cues: [String], near span: Range<Int>) -> Bool {
    !matched(cues, near: span).isEmpty
  }

  /// A word that carries no wish of its own, as "kept", says less than one that does, as "logs".
  func cueScore(_ cues: [String], near span: Range<Int>) -> Int {
    let found = matched(cues, near: span)
    let strong = found.filter { !lexicon.ignored.contains($0) }.count
    return (strong > 0 ? -14 : -6) - 2 * (found.count - 1)
  }

  func matched(_ cues: [String], near span: Range<Int>) -> Set<String> {
    guard !cues.isEmpty else { return [] }
    let sentence = request.tokens[span.lowerBound].sentence
    let words = Set(cues.flatMap { RequestText.words($0) })
    let near = max(span.lowerBound - 7, 0)..<min(span.upperBound + 4, request.tokens.count)
    return Set(
      near.map { request.tokens[$0] }.filter { $0.sentence == sentence && words.contains($0.normal) }
        .map(\.normal))
  }
}
