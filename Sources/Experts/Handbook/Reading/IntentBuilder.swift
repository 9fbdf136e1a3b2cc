import Experts
import Basics
import Vocabulary

/// Puts the mentions of a request together: which components, what is said about each, what is left over.
struct IntentBuilder {
  let lexicon: Lexicon
  let book: RecipeBook
  let request: RequestText
  private(set) var mentions: [Mention]

  var components: [Intent.Component] = []
  var attributes: [String: String] = [:]
  var environment: String?
  var patterns: [(entry: Lexicon.Entry, mention: Mention, lead: Lead)] = []
  /// Tokens understood beside the mentions, as numbers that count something.
  var understood: Set<Int> = []
  /// Places of parts, whose names are not the component's.
  var partSpans: [Int: [Range<Int>]] = [:]
  /// Groups of components that one wish asks for: "three queues".
  var groups: [[Int]] = []
  /// Amounts of money that belong to a component.
  var noticed: Set<Int> = []
  var ledger = Ledger()
  /// Components that a word for a whole family asked for, as "database".
  var generic: Set<Int> = []
  /// Tokens that are names in a list, whatever else they could mean.
  private var listed: Set<Int> = []
  private let byToken: [Int: Mention]

  init(lexicon: Lexicon, book: RecipeBook, request: RequestText, mentions: [Mention]) {
    self.lexicon = lexicon
    self.book = book
    self.request = request
    self.mentions = mentions
    byToken = Dictionary(
      mentions.flatMap { mention in mention.span.map { ($0, mention) } },
      uniquingKeysWith: { first, _ in first })
  }

  mutating func build() throws(ExpertError) {
    for mention in mentions {
      guard case .component(let index) = mention.sense, !listed.contains(mention.span.lowerBound) else {
        continue
      }
      try place(mention, lexicon.entries[index])
    }
    mentions.removeAll { listed.contains($0.span.lowerBound) }
    understood.formUnion(listed)
    try addPatterns()
    try nameComponents()
    try bindAttributes()
    try bindFacts()
  }

  private mutating func place(_ mention: Mention, _ entry: Lexicon.Entry) throws(ExpertError) {
    let lead = Lead(before: mention.span, in: request, mentions: byToken)
    guard let id = entry.recipe else {
      patterns.append((entry, mention, lead))
      return
    }
    let recipe = try book.recipe(id)
    let words = request.words(lead.start..<mention.span.upperBound)
    if entry.isPart { return try placePart(mention, entry, recipe, lead: lead, words: words) }
    if let known = try sameThing(mention, entry, recipe, lead: lead) {
      merge(mention, entry, into: known, words: words)
      take(lead, parameter: entry.countParameter ?? countParameter(of: recipe), of: [known])
      return
    }
    let parameter = entry.countParameter ?? countParameter(of: recipe)
    let copies = parameter == nil && !recipe.isSingleton ? min(lead.count ?? 1, 20) : 1
    var group: [Int] = []
    for _ in 0..<max(copies, 1) {
      group.append(components.count)
      if entry.isGeneric { generic.insert(components.count) }
      components.append(
        Intent.Component(
          recipe: id, name: nil, noun: entry.noun, words: words, start: lead.start, spans: [mention.span],
          settings: entry.values.mapValues { Intent.Setting(value: $0, words: "") }))
    }
    groups.append(group)
    take(lead, parameter: parameter, of: group)
    if group.count > 1 { takeList(of: group, id, after: mention.span.upperBound) }
  }

  private mutating func takeList(of group: [Int], _ recipe: String, after end: Int) {
    guard let list = NameList(in: request, after: end, count: group.count) else { return }
    let isOther = list.span.compactMap { byToken[$0] }.contains { mention in
      switch mention.sense {
      case .name: false
      case .component(let index):
        lexicon.entries[index].recipe != recipe || !lexicon.entries[index].values.isEmpty
      default: true
      }
    }
    let isPlain = list.span.contains {
      lexicon.ignored.contains(request.tokens[$0].normal) && request.tokens[$0].normal != "and"
    }
    guard !isOther, list.isMarked || !isPlain else { return }
    for (index, name) in zip(group, list.names) { components[index].name = name }
    listed.formUnion(list.span)
  }

  private mutating func placePart(
    _ mention: Mention, _ entry: Lexicon.Entry, _ recipe: Recipe, lead: Lead, words: String
  ) throws(ExpertError) {
    var targets = components.indices.filter { components[$0].recipe == recipe.id }
    if targets.isEmpty {
      targets = [components.count]
      groups.append(targets)
      components.append(
        Intent.Component(recipe: recipe.id, name: nil, noun: nil, words: "", spans: [], settings: [:]))
    }
    for target in targets {
      for (name, value) in entry.values {
        components[target].settings[name] = Intent.Setting(value: value, words: words)
      }
      partSpans[target, default: []].append(mention.span)
    }
    components[targets[0]].parts.append(
      Intent.Part(
        words: words, checks: entry.checks, parameter: lead.count == nil ? nil : entry.countParameter,
        at: mention.span.lowerBound))
    take(lead, parameter: entry.countParameter, of: targets)
  }

  private mutating func merge(_ mention: Mention, _ entry: Lexicon.Entry, into index: Int, words: String) {
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
  }

  private func countParameter(of recipe: Recipe) -> String? {
    recipe.parameters.first { $0.fact == "count" }?.name
  }

  private mutating func take(_ lead: Lead, parameter: String?, of indices: [Int]) {
    guard let count = lead.count else { return }
    if let token = lead.countToken { understood.insert(token) }
    guard let parameter else { return }
    for index in indices {
      components[index].settings[parameter] = Intent.Setting(
        value: .integer(count), words: components[index].words)
    }
  }
}
