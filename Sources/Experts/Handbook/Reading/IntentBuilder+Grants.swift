import Basics
import Experts
import Vocabulary

extension IntentBuilder {
  /// Gives a role what the request says that it may do, and nothing else: "a role that can read only the bucket acme-config".
  mutating func bindGrants() throws(ExpertError) {
    for holder in components.indices {
      let recipe = try book.recipe(components[holder].recipe)
      guard recipe.parameter(Self.grants) != nil, let span = components[holder].spans.last else { continue }
      let sentence = request.tokens[span.lowerBound].sentence
      var index = span.upperBound
      while index < request.tokens.count, request.tokens[index].sentence == sentence {
        guard let verb = lexicon.verbs[request.tokens[index].normal],
          let wish = try grant(of: verb, at: index)
        else {
          index += 1
          continue
        }
        try give(wish, to: holder)
        index = wish.span.upperBound
      }
    }
  }

  private static let grants = "grants"

  private struct GrantWish {
    let grant: Grant
    let recipe: Recipe
    /// What the request calls the thing; nil for what it builds.
    let name: String?
    /// The component; nil for what is there already.
    let object: Int?
    let span: Range<Int>
  }

  /// So many words may stand between a verb and its object.
  private static let grantReach = 6

  private func grant(of verb: String, at place: Int) throws(ExpertError) -> GrantWish? {
    let clause = request.tokens[place].clause
    let object = found.first { mention in
      guard case .component = mention.sense else { return false }
      return mention.span.lowerBound > place && mention.span.lowerBound - place <= Self.grantReach
        && request.tokens[mention.span.lowerBound].clause == clause
    }
    guard let object, case .component(let entry) = object.sense, let id = lexicon.entries[entry].recipe else {
      return nil
    }
    let recipe = try book.recipe(id)
    guard let grant = recipe.grants[verb] else { return nil }
    let built = components.indices.first { components[$0].spans.contains(object.span) }
    let called = nameBehind(object.span)
    guard built != nil || (called != nil && !recipe.identifier.isEmpty) else { return nil }
    return GrantWish(
      grant: grant, recipe: recipe, name: built == nil ? called?.name : nil, object: built,
      span: place..<(called?.end ?? object.span.upperBound))
  }

  /// The name right behind words for a thing: "the bucket acme-config".
  private func nameBehind(_ span: Range<Int>) -> (name: String, end: Int)? {
    var end = span.upperBound
    if end < request.tokens.count, ["named", "called"].contains(request.tokens[end].normal) { end += 1 }
    guard end < request.tokens.count, request.tokens[end].clause == request.tokens[span.lowerBound].clause
    else {
      return nil
    }
    for mention in found where mention.span.lowerBound <= end && end < mention.span.upperBound {
      guard case .name(let name, _) = mention.sense, Self.isName(name) else { return nil }
      return (name, mention.span.upperBound)
    }
    let start = end
    guard !lexicon.ignored.contains(request.tokens[start].normal),
      !lexicon.unnamed.contains(request.tokens[start].normal)
    else { return nil }
    end += 1
    while end < request.tokens.count, ["-", "_", "/", "."].contains(request.gap(before: end)) { end += 1 }
    let name = request.text[request.tokens[start].range.lowerBound..<request.tokens[end - 1].range.upperBound]
    return Self.isName(name) ? (String(name), end) : nil
  }

  /// Whether a word may stand in a policy as it is: text of the request reaches a configuration only in a form of its own.
  private static func isName(_ text: some StringProtocol) -> Bool {
    text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "._-/".contains($0)) }
  }

  /// What stands for the account in names, and how claims write it.
  private static let account = "ACCOUNT"
  private static let accountSymbol = "\u{27E8}account\u{27E9}"

  /// As the templates of roles see it: the name is written around what stands for the account.
  private func statement(_ action: String, on resource: String) -> JSONValue {
    let parts = resource.split(separator: Self.account, maxSplits: 1).map(String.init)
    return [
      "action": .string(action), "before": .string(parts.first ?? ""), "scoped": .bool(parts.count == 2),
      "after": .string(parts.count == 2 ? parts[1] : ""),
    ]
  }

  private mutating func give(_ wish: GrantWish, to holder: Int) throws(ExpertError) {
    let form = wish.name.map { wish.recipe.identifier.replacing("NAME", with: $0) }
    let base =
      form.map { $0.replacing(Self.account, with: Self.accountSymbol) }
      ?? (wish.recipe.checks.first?.types.first ?? "")
    let resources = wish.grant.actions.map { base + $0.part }
    if wish.name != nil {
      let known = components[holder].settings[Self.grants]?.value.array ?? []
      let statements = wish.grant.actions.map { grant in
        statement(grant.action, on: (form ?? "") + grant.part)
      }
      components[holder].settings[Self.grants] = Intent.Setting(
        value: .array(known + statements), words: request.words(wish.span))
    } else if let object = wish.object {
      saidFlows.append(
        Intent.Flow(
          from: group(of: holder), to: group(of: object), words: [request.tokens[wish.span.lowerBound].normal]
        ))
    }
    components[holder].settings["narrow"] = Intent.Setting(
      value: .bool(true), words: request.words(wish.span))
    let types = try checks(of: holder).flatMap(\.types)
    let can = zip(wish.grant.actions, resources).map { "\($0.action) \($1)" }
    var conditions = ["may(\(can.quotedArguments))"]
    let only = restriction(around: wish.span)
    if !only.isEmpty {
      let bounds = (wish.grant.bounds + ["sts:*"]).joined(separator: " ")
      let allowed = [bounds, base, "\(base)/*"] + wish.grant.free.map { "free:\($0)" }
      conditions.append("may_only(\(allowed.quotedArguments))")
    }
    let tokens = Set(wish.span).union(only)
    ledger.withdraw(tokens)
    ledger.require(
      subject(of: holder) + request.words(wish.span.lowerBound..<(tokens.max() ?? wish.span.lowerBound) + 1),
      at: tokens.sorted().map { $0..<$0 + 1 },
      expectations: [ResourceExpectation(types: types, condition: conditions.joined(separator: " && "))],
      kind: .permission)
    understood.formUnion(tokens)
  }

  /// The words that say that it may do nothing else: "only" within, "and nothing else" behind.
  private func restriction(around span: Range<Int>) -> Set<Int> {
    var tokens = Set(span.filter { lexicon.reach.only.contains(request.tokens[$0].normal) })
    if span.lowerBound > 0, lexicon.reach.only.contains(request.tokens[span.lowerBound - 1].normal) {
      tokens.insert(span.lowerBound - 1)
    }
    var index = span.upperBound
    while index + 1 < request.tokens.count, index - span.upperBound <= 2 {
      if request.tokens[index].normal == "nothing", request.tokens[index + 1].normal == "else" {
        tokens.formUnion(span.upperBound..<index + 2)
      }
      index += 1
    }
    return tokens
  }
}
