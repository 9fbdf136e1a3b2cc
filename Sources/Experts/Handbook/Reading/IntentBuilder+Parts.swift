import Experts
import Basics

extension IntentBuilder {
  mutating func placePart(
    _ mention: Mention, entry: Lexicon.Entry, recipe: Recipe, lead: QuantityPhrase, words: String
  ) throws(ExpertError) {
    var targets = components.indices.filter { components[$0].recipe == recipe.id }
    if targets.isEmpty, let other = try bearer(of: entry) { targets = [other] }
    if lead.count != nil, let last = lastGroup(among: targets, before: mention.span) { targets = last }
    if targets.isEmpty {
      targets = [components.count]
      groups.append(targets)
      components.append(
        Intent.Component(recipe: recipe.id, name: nil, noun: nil, words: "", spans: [], settings: [:]))
    }
    for target in targets {
      for (name, value) in entry.values
      where try book.recipe(components[target].recipe).parameter(name) != nil {
        components[target].settings[name] = Intent.Setting(value: value, words: words)
      }
      partSpans[target, default: []].append(mention.span)
    }
    let isWhole = words == request.words(lead.start..<mention.span.upperBound)
    let span = (isWhole ? lead.start : mention.span.lowerBound)..<mention.span.upperBound
    let part = WaitingPart(
      mention: mention, entry: entry, lead: lead, words: words, span: span, targets: targets)
    if targets.count > 1, lead.count != nil, entry.countParameter != nil {
      if let token = lead.countToken { understood.insert(token) }
      waitingParts.append(part)
    } else {
      bind(part, to: targets)
    }
  }

  /// Of several wishes for the same kind the last one before a place, in its sentence.
  private func lastGroup(among targets: [Int], before span: Range<Int>) -> [Int]? {
    let sentence = request.tokens[span.lowerBound].sentence
    let last = targets.last { target in
      components[target].spans.contains {
        $0.upperBound <= span.lowerBound && request.tokens[$0.lowerBound].sentence == sentence
      }
    }
    return last.map { group(of: $0) }
  }

  /// A part of what a wish asks for, with its number.
  struct WaitingPart {
    let mention: Mention
    let entry: Lexicon.Entry
    let lead: QuantityPhrase
    let words: String
    let span: Range<Int>
    let targets: [Int]
  }

  mutating func bind(_ part: WaitingPart, to targets: [Int]) {
    let (entry, lead) = (part.entry, part.lead)
    guard let first = targets.first,
      take(lead, parameter: entry.countParameter, of: targets, words: part.words)
    else { return }
    components[first].parts.append(
      Intent.Part(
        words: part.words, checks: entry.checks, parameter: lead.count == nil ? nil : entry.countParameter,
        count: (entry.countParameter == nil || !entry.checks.isEmpty) && !entry.isEach ? lead.count : nil,
        span: part.span))
    guard targets.count > 1, let check = entry.ownCheck,
      let words = ownWords(before: part.span.lowerBound) ?? ownWords(before: part.mention.span.lowerBound)
    else { return }
    let place = components[first].parts.count - 1
    components[first].parts[place].owners = targets.count
    components[first].parts[place].ownCheck = check
    understood.formUnion(words)
  }

  /// A component of another recipe that makes the part as well, as a stateful set its service.
  private func bearer(of entry: Lexicon.Entry) throws(ExpertError) -> Int? {
    let types = Set(entry.checks.flatMap(\.types))
    guard !types.isEmpty else { return nil }
    for index in components.indices.reversed() {
      if try types.isSubset(of: book.recipe(components[index].recipe).types) { return index }
    }
    return nil
  }

  /// Gives numbers of parts to those members of a group that they are said of, now that these have names.
  mutating func bindParts() {
    for part in waitingParts {
      let named = part.targets.count > 1 ? narrowed(part.targets[0], mention: part.mention) : part.targets
      bind(part, to: named.isEmpty ? part.targets : named)
    }
  }
}
