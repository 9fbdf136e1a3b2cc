import Changes
import Clouds
import Experts
import Basics
import Vocabulary

/// Reads a request into a brief and an intent by the lexicon's rules.
struct RequestReader: Sendable {
  /// What a request came to.
  struct Reading: Sendable {
    var brief: Brief
    var intent: Intent
  }

  let lexicon: Lexicon
  let book: RecipeBook
  /// For what no recipe builds.
  let changes: ChangeReader

  func read(_ request: Request) throws(ExpertError) -> Reading {
    let spelt = lexicon.speller.corrected(RequestText(request.text, languages: lexicon.languages))
    let text = spelt.request
    guard !text.tokens.isEmpty else {
      throw ExpertError(
        .notInfrastructure, summary: "The request is empty",
        detail:
          "Say what is to be built, as in: a PostgreSQL database with daily backups with 20 GB.")
    }
    let found = try MentionFinder(
      lexicon: lexicon, request: text, setting: Setting(text, lexicon: lexicon)
    )
    .mentions()
    let reader = ComposedReader(lexicon: lexicon, book: book, changes: changes, request: text)
    let mentions = try reader.withoutValues(try reader.overruled(found))
    try refuseOtherClouds(mentions)
    let sifted = try MentionSifter(lexicon: lexicon, book: book, request: text).sift(mentions)
    var builder = IntentBuilder(lexicon: lexicon, book: book, request: text, sifted: sifted, found: mentions)
    try RegionReader(lexicon: lexicon, request: text, mentions: mentions).check()
    for word in spelt.read { builder.ledger.assume("'\(word.typed)' is read as '\(word.word)'.") }
    try builder.build()
    var built: Set<String> = []
    for component in builder.components { built.formUnion(try book.recipe(component.recipe).types) }
    let composed = reader.read(
      beside: builder.mentions, built: built, into: &builder.ledger, understood: &builder.understood)
    guard !builder.components.isEmpty || !composed.isEmpty else {
      throw nothingFound(mentions, named: reader.named)
    }
    try ContradictionCheck(lexicon: lexicon, request: text, mentions: sifted.mentions).check()

    var types: [String: [String]] = [:]
    for component in builder.components {
      types[component.recipe] = try book.recipe(component.recipe).checks.flatMap(\.types)
    }
    let regions = try RegionReader(lexicon: lexicon, request: text, mentions: mentions, types: types).read(
      isNeeded: !composed.isEmpty
        || builder.components.contains { !RecipeBook.isForManifests($0.recipe) }, into: &builder.ledger)
    try BudgetReader(
      lexicon: lexicon, request: text,
      mentions: sifted.mentions.filter { !builder.noticed.contains($0.span.lowerBound) }
    ).read(into: &builder.ledger)
    try RequirementWriter(builder: builder).write(into: &builder.ledger)
    let flows = try FlowWriter(builder: builder).write(into: &builder.ledger)
    try AccessWriter(builder: builder).write(into: &builder.ledger, understood: &builder.understood)
    let isCloud = !composed.isEmpty || builder.components.contains { !RecipeBook.isForManifests($0.recipe) }
    let tags =
      isCloud
      ? try TagReader(lexicon: lexicon, request: text).read(
        into: &builder.ledger, understood: &builder.understood) : []
    try ArgumentReader(changes: changes, request: text).read(into: &builder)
    try LeftoverReader(
      lexicon: lexicon, request: text, mentions: builder.mentions, understood: builder.understood
    ).read(into: &builder.ledger)
    try ConditionReader(builder: builder).read(into: &builder.ledger)
    let title = try TitleMaker(
      builder: builder, composed: composed.first.map { Self.name(of: $0.type) }
    ).title()
    try addRecipeWords(builder.components, environment: builder.environment, to: &builder.ledger)
    let intent = Intent(
      title: title, components: builder.components, composed: composed, attributes: builder.attributes,
      flows: flows + builder.saidFlows,
      general: builder.general,
      environment: builder.environment, region: regions.main, secondRegion: regions.second,
      words: Set(text.tokens.map(\.normal)), excluded: builder.excluded,
      tags: tags)
    return Reading(brief: builder.ledger.brief(title: title, request: text), intent: intent)
  }

  /// A type in words: `aws_route53_query_log` is "Route53 query log".
  private static func name(of type: String) -> String {
    let words = type.split(separator: "_").dropFirst().joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  private func addRecipeWords(
    _ components: [Intent.Component], environment: String?, to ledger: inout BriefBuilder
  ) throws(ExpertError) {
    for component in components {
      let recipe = try book.recipe(component.recipe)
      for note in recipe.notes { ledger.assume(note) }
      for question in recipe.questions {
        if let name = question.unless, try isAnswered(name, of: recipe, by: components) { continue }
        ledger.ask(question.text)
      }
    }
    if environment == nil, components.contains(where: { !RecipeBook.isForManifests($0.recipe) }) {
      ledger.assume("The environment is production, because the request names none.")
    }
  }

  /// Whether the request gives the value to this component or, as one domain for the whole, to another.
  private func isAnswered(
    _ name: String, of recipe: Recipe, by components: [Intent.Component]
  ) throws(ExpertError) -> Bool {
    guard let fact = recipe.parameter(name)?.fact else { return false }
    for component in components {
      for parameter in try book.recipe(component.recipe).parameters
      where parameter.fact == fact && component.settings[parameter.name]?.words.isEmpty == false {
        return true
      }
    }
    return false
  }

  private func refuseOtherClouds(_ mentions: [Mention]) throws(ExpertError) {
    var others: [String] = []
    for mention in mentions {
      guard case .cloud(let name) = mention.sense else { continue }
      // Of several clouds with recipes one is read for, and the rest is said to be missing.
      if lexicon.isHere(name) || CloudCatalog.current.hasRecipes(name) { return }
      others.append(mention.words)
    }
    guard let other = others.first else { return }
    throw ExpertError(
      .unknownName, summary: "No recipes for this cloud",
      detail:
        "The request asks for '\(other)'. The handbook has recipes for \(CloudCatalog.current.titlesWithRecipes) only. "
        + "Ask for one of these, or configure a language model for the agents.")
  }

  /// - Parameter named: what the request names whole and nothing here can build.
  private func nothingFound(_ mentions: [Mention], named: [String]) -> ExpertError {
    let unsupported = mentions.compactMap { mention -> String? in
      if case .unsupported = mention.sense { return mention.words }
      return nil
    }
    if let name = unsupported.first ?? named.first {
      return ExpertError(
        .unknownName, summary: "No recipe for this service",
        detail:
          "The handbook has no recipe for '\(name)'. Ask for a service it has, or configure a language model "
          + "for the agents.")
    }
    return ExpertError(
      .notInfrastructure, summary: "The request is not about infrastructure",
      detail:
        "Nothing in it names something that the handbook can build. Name the parts, as in: a load "
        + "balancer, two application servers and a PostgreSQL database on AWS.")
  }
}
