import Experts
import Basics
import Vocabulary

extension IntentBuilder {
  /// The component and the parameter that a fact is nearest to; nil where it fits none.
  func bestTarget(
    for id: String, _ mention: Mention
  ) throws(ExpertError) -> (index: Int, parameter: Parameter)? {
    if parts.contains(id), isOfPart(mention) { return nil }
    if isOfUnsupported(mention) { return nil }
    var best: (score: Int, index: Int, parameter: Parameter)?
    var provided: Set<String> = []
    for component in components { provided.formUnion(try book.recipe(component.recipe).provides) }
    let isTold = try isTold(id, by: mention)
    let counted = try counted(by: mention)
    for index in components.indices {
      let recipe = try book.recipe(components[index].recipe)
      let spans = components[index].spans + (partSpans[index] ?? [])
      let base = spans.map { reach($0, mention: mention.span) }.min() ?? 20
      if let counted, !recipe.parameters.contains(where: { $0.fact == counted }) { continue }
      for parameter in recipe.parameters where parameter.fact == id {
        if !provided.isDisjoint(with: parameter.defersTo) { continue }
        let hasCue = isCue(parameter.cues, near: mention.span)
        if parameter.needsCue, !hasCue { continue }
        if isAvoided(parameter.avoids, before: mention.span) { continue }
        // Where a word says what the number is about, others have no part in it.
        if isTold, !hasStrongCue(parameter.cues, before: mention.span) { continue }
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
    guard let best, try !isOfAnother(mention, than: best.index) else { return nil }
    return (best.index, best.parameter)
  }

  /// Whether a number stands in a clause of something that cannot have it, while what could only comes in a later one: "a delivery to S3
  /// every 128 MB, a function" says nothing of the function's memory.
  private func isOfAnother(_ mention: Mention, than index: Int) throws(ExpertError) -> Bool {
    let place = mention.span
    let clause = request.tokens[place.lowerBound].clause
    let spans = components[index].spans + (partSpans[index] ?? [])
    guard spans.allSatisfy({ request.tokens[$0.lowerBound].clause > clause }) else { return false }
    return components.contains { component in
      !component.words.isEmpty
        && component.spans.contains {
          $0.upperBound <= place.lowerBound && request.tokens[$0.lowerBound].clause == clause
        }
    }
  }

  /// What a number counts, where something here is counted in it: "up to 9 nodes" says nothing of copies of a program.
  private func counted(by mention: Mention) throws(ExpertError) -> String? {
    guard let last = mention.words.split(separator: " ").last else { return nil }
    let counted = "\(RequestText.normal(last))s"
    guard Self.countedFacts.contains(counted) else { return nil }
    for component in components {
      if try book.recipe(component.recipe).parameters.contains(where: { $0.fact == counted }) {
        return counted
      }
    }
    return nil
  }

  /// Kinds of facts that are named for what they count.
  private static let countedFacts: Set<String> = ["nodes"]

  /// Whether a word that carries a wish of its own says in the clause before the number what that is about.
  private func isTold(_ id: String, by mention: Mention) throws(ExpertError) -> Bool {
    for component in components {
      for parameter in try book.recipe(component.recipe).parameters
      where parameter.fact == id && parameter.needsCue && hasStrongCue(parameter.cues, before: mention.span) {
        return true
      }
    }
    return false
  }

  func hasStrongCue(_ cues: [String], before span: Range<Int>) -> Bool {
    let clause = request.tokens[span.lowerBound].clause
    let words = Set(cues.flatMap { RequestText.words($0) }).subtracting(lexicon.ignored)
    var index = span.lowerBound - 1
    while index >= 0, request.tokens[index].clause == clause, span.lowerBound - index <= Self.cueReach {
      if lexicon.denial.and.contains(request.tokens[index].normal) { return false }
      if words.contains(request.tokens[index].normal) { return true }
      index -= 1
    }
    return false
  }

  /// So many words may lie between what a number is about and the number.
  private static let cueReach = 7

  /// Whether a number stands right before what nothing here builds: "a 500 GB data volume" is not the disk that the server has anyway.
  private func isOfUnsupported(_ mention: Mention) -> Bool {
    var next = mention.span.upperBound
    let clause = request.tokens[mention.span.lowerBound].clause
    // Other values of the same thing may stand between: "500 GB io2 data volume".
    while next < request.tokens.count, request.tokens[next].clause == clause,
      request.gap(before: next) == " ",
      let other = mentions.first(where: { $0.span.lowerBound == next })
    {
      if other.isUnsupported { return true }
      guard case .fact = other.sense else { return false }
      next = other.span.upperBound
    }
    return false
  }

  /// Whether the sentence names nothing that the number could be said of.
  func isOfNobody(_ mention: Mention) -> Bool {
    let sentence = request.tokens[mention.span.lowerBound].sentence
    return !components.contains { component in
      component.spans.contains { request.tokens[$0.lowerBound].sentence == sentence }
    }
  }

  /// The other components that a number is said of as well, where its sentence names none: "Logs are kept for 90 days."
  func others(than index: Int, for id: String, by mention: Mention) throws(ExpertError) -> [(
    index: Int, parameter: Parameter
  )] {
    guard isOfNobody(mention) else { return [] }
    var found: [(index: Int, parameter: Parameter)] = []
    for other in components.indices where other != index {
      let recipe = try book.recipe(components[other].recipe)
      let parameter = recipe.parameters.first {
        $0.fact == id && $0.needsCue && hasStrongCue($0.cues, before: mention.span)
      }
      if let parameter, components[other].settings[parameter.name]?.words.isEmpty != false {
        found.append((other, parameter))
      }
    }
    return found
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
    return (strong > 0 ? -30 : -6) - 2 * (found.count - 1)
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
