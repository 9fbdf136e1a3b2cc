import Experts
import Basics
import Vocabulary

/// Puts the mentions of a request together: which components, what is said about each, what is left over.
struct IntentBuilder {
  let lexicon: Lexicon
  let book: RecipeBook
  let request: RequestText
  let sifted: MentionSifter.Sifted
  var mentions: [Mention]
  /// Everything that was found, also what is only spoken of.
  let found: [Mention]

  var components: [Intent.Component] = []
  var attributes: [String: String] = [:]
  var general: [Intent.General] = []
  /// What the request says that a role may do to something that is built.
  var saidFlows: [Intent.Flow] = []
  var environment: String?
  var patterns: [(entry: Lexicon.Entry, mention: Mention, lead: QuantityPhrase)] = []
  /// Tokens understood beside the mentions, as numbers that count something.
  var understood: Set<Int> = []
  /// Places of parts, whose names are not the component's.
  var partSpans: [Int: [Range<Int>]] = [:]
  /// Parts of several things with a number, which wait for the names of these.
  var waitingParts: [WaitingPart] = []
  /// Groups of components that one wish asks for: "three queues".
  var groups: [[Int]] = []
  /// Components that one wish asked for, of which each was told what it is, so that they are no group any more.
  var families: [[Int]] = []
  /// Amounts of money that belong to a component.
  var noticed: Set<Int> = []
  var ledger = BriefBuilder()
  /// Components that a word for a whole family asked for, as "database".
  var generic: Set<Int> = []
  /// Recipes that the request does not want.
  var excluded: Set<String> = []
  /// By recipe, what a denied part sets.
  var denied: [String: [String: JSONValue]] = [:]
  /// Where each name stands that a component was given.
  var nameSpans: [Int: Range<Int>] = [:]
  /// Tokens that are names in a list, whatever else they could mean.
  var listed: Set<Int> = []
  let byToken: [Int: Mention]

  init(
    lexicon: Lexicon, book: RecipeBook, request: RequestText, sifted: MentionSifter.Sifted, found: [Mention]
  ) {
    self.lexicon = lexicon
    self.book = book
    self.request = request
    self.sifted = sifted
    mentions = sifted.mentions
    self.found = found
    let mentions = sifted.mentions
    byToken = Dictionary(
      mentions.flatMap { mention in mention.span.map { ($0, mention) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// Whether the token is the word of a number.
  func isNumber(at index: Int) -> Bool {
    if case .number? = byToken[index]?.sense { true } else { false }
  }

  mutating func build() throws(ExpertError) {
    for mention in mentions {
      guard case .component(let index) = mention.sense, !listed.contains(mention.span.lowerBound) else {
        continue
      }
      try place(mention, entry: lexicon.entries[index])
    }
    mentions.removeAll { listed.contains($0.span.lowerBound) }
    understood.formUnion(listed)
    try pair()
    readAliases()
    try exclude()
    try leaveExisting()
    try addPatterns()
    applyDenied()
    try nameComponents()
    bindParts()
    try bindFacts()
    try bindEndpoints()
    try bindGrants()
    try bindAttributes()
    try bindFailures()
    understandNames()
    understandQuantifiers()
  }

  /// "each with 2 replicas", "all versioned", "2 GB each": said of a property that is decided for everything it was given to.
  private mutating func understandQuantifiers() {
    for mention in mentions where ledger.isCovered(mention.span) {
      switch mention.sense {
      case .fact, .attribute: break
      default: continue
      }
      let sentence = request.tokens[mention.span.lowerBound].sentence
      var before = mention.span.lowerBound - 1
      while before >= 0, mention.span.lowerBound - before <= 3,
        ["with", "of", "are", "is", "be", "have"].contains(request.tokens[before].normal)
      {
        before -= 1
      }
      // "60 seconds visibility each": what the value is of may stand between.
      var behind = mention.span.upperBound
      while behind < request.tokens.count, behind - mention.span.upperBound < 2, understood.contains(behind) {
        behind += 1
      }
      for index in [before, behind]
      where request.tokens.indices.contains(index) && request.tokens[index].sentence == sentence
        && ["each", "all", "both", "every"].contains(request.tokens[index].normal)
      {
        understood.insert(index)
      }
    }
  }

  /// A name that is said again speaks of what bears it.
  private mutating func understandNames() {
    let names = Set(components.compactMap(\.name).map { RequestText.normal($0[...]) })
    for index in request.tokens.indices where names.contains(request.tokens[index].normal) {
      understood.insert(index)
    }
  }

  private mutating func applyDenied() {
    for index in components.indices {
      for (name, value) in denied[components[index].recipe] ?? [:] {
        components[index].settings[name] = Intent.Setting(value: value, words: "it is denied")
      }
    }
  }

  private mutating func place(_ mention: Mention, entry: Lexicon.Entry) throws(ExpertError) {
    let lead = QuantityPhrase(before: mention.span, in: request, mentions: byToken)
    guard let id = entry.recipe else {
      // "a Lambda consumer" says what the function is, not that there is another.
      if let before = byToken[mention.span.lowerBound - 1], case .component = before.sense { return }
      if isPurpose(mention) { return }
      patterns.append((entry, mention, lead))
      return
    }
    let recipe = try book.recipe(id)
    let words = words(lead, mention: mention)
    leaveStrict(lead)
    if leaveRatio(mention, entry: entry, lead: lead) { return }
    if entry.isPart { return try placePart(mention, entry: entry, recipe: recipe, lead: lead, words: words) }
    if try placeQuantity(mention, lead: lead) { return }
    if try placeOwned(mention, recipe: recipe, lead: lead, words: words) { return }
    if try placeMember(mention, entry: entry, recipe: recipe, lead: lead) { return }
    let leading = lead.count == nil ? leadingList(before: mention, recipe: recipe) : nil
    if let leading {
      return try placeNamed(mention, entry: entry, recipe: recipe, names: leading, words: words)
    }
    if let known = try sameThing(mention, entry: entry, recipe: recipe, lead: lead) {
      merge(mention, entry: entry, into: known, words: words)
      let parameter = entry.isCopied ? nil : entry.countParameter ?? countParameter(of: recipe)
      take(lead, parameter: parameter, of: [known], words: words)
      return
    }
    let parameter = entry.countParameter ?? countParameter(of: recipe)
    let isCopied = (parameter == nil || entry.isCopied) && !recipe.isSingleton
    let listed = isCopied && lead.count == nil ? openList(after: mention) : nil
    let several = lead.count == nil && listed == nil && recipe.isSeveral && isPlural(mention) ? 2 : nil
    let copies = isCopied ? min(lead.count ?? listed?.names.count ?? several ?? 1, 20) : 1
    var group: [Int] = []
    for _ in 0..<max(copies, 1) {
      group.append(components.count)
      if entry.isGeneric { generic.insert(components.count) }
      var component = Intent.Component(entry, recipe: id, words: words, at: mention.span)
      component.start = lead.start
      component.counted = relation(of: lead) ?? listed.map { _ in "=" } ?? several.map { _ in ">=" }
      component.wanted = recipe.isSingleton ? lead.count : nil
      components.append(component)
    }
    groups.append(group)
    take(lead, parameter: entry.isCopied ? nil : parameter, of: group, words: words)
    if let several, let parameter, !entry.isCopied {
      components[group[0]].settings[parameter] = Intent.Setting(
        value: .integer(several), words: "", relation: ">=")
    }
    if let listed {
      for (index, name) in zip(group, listed.names) { components[index].name = name }
      self.listed.formUnion(listed.span)
    } else if group.count > 1 {
      takeList(of: group, id, after: mention.span.upperBound)
    }
  }

  func isPlural(_ mention: Mention) -> Bool {
    let last = request.tokens[mention.span.upperBound - 1]
    return last.word != last.normal
  }

  private mutating func merge(_ mention: Mention, entry: Lexicon.Entry, into index: Int, words: String) {
    if let end = components[index].spans.last?.upperBound, mention.span.lowerBound >= end,
      mention.span.lowerBound - end <= 1, !components[index].words.isEmpty
    {
      components[index].words = request.words(components[index].start..<mention.span.upperBound)
    }
    components[index].spans.append(mention.span)
    if components[index].words.isEmpty { components[index].words = words }
    if entry.isGeneric { return }
    if generic.remove(index) != nil, let recipe = entry.recipe {
      components[index].recipe = recipe
      components[index].noun = entry.noun ?? components[index].noun
    }
    for (name, value) in entry.values {
      components[index].settings[name] = Intent.Setting(value: value, words: "")
    }
    components[index].characteristics.formUnion(entry.values.keys)
  }

  /// The wish in the request's words; where something stands before it that no rule understands, without that.
  func words(_ lead: QuantityPhrase, mention: Mention) -> String {
    let between = lead.start..<mention.span.lowerBound
    let isPlain = between.allSatisfy { index in
      if let mention = byToken[index] {
        // What is said of it is a claim of its own, met or not.
        if case .number = mention.sense { return true }
        return false
      }
      return index == lead.countToken || lexicon.ignored.contains(request.tokens[index].normal)
    }
    guard !isPlain else { return request.words(lead.start..<mention.span.upperBound) }
    let count = between.first { index in
      if index == lead.countToken { return true }
      if case .number? = byToken[index]?.sense { return true }
      return false
    }
    return (count.map { request.words($0..<($0 + 1)) + " " } ?? "") + mention.words
  }

  private func countParameter(of recipe: Recipe) -> String? {
    recipe.parameters.first { $0.fact == "count" }?.name
  }

}
