import Experts
import Basics
import Vocabulary

extension IntentBuilder {
  /// Gives each attribute to the component beside it, or to the whole.
  mutating func bindAttributes() throws(ExpertError) {
    for mention in mentions {
      switch mention.sense {
      case .attribute(let index): try bind(lexicon.attributes[index], mention)
      case .environment(let name): environment = environment ?? name
      default: continue
      }
    }
  }

  private mutating func bind(_ attribute: Lexicon.Attribute, _ mention: Mention) throws(ExpertError) {
    var takers: [(score: Int, index: Int)] = []
    for index in components.indices {
      let recipe = try book.recipe(components[index].recipe)
      guard recipe.parameters.contains(where: { $0.attributes[attribute.id] != nil }) else { continue }
      let spans = components[index].spans + (partSpans[index] ?? [])
      let score = spans.map { distance($0, mention.span) }.min() ?? 100
      takers.append((score, index))
    }
    enter(attribute.constraint, mention)
    guard let nearest = takers.min(by: { $0 < $1 }) else {
      if let assume = attribute.assume {
        ledger.assume(assume)
      } else if attribute.constraint == nil {
        ledger.ask("'\(mention.words)' changes nothing in what was understood; what should have it?")
      } else {
        attributes[attribute.id] = attributes[attribute.id] ?? mention.words
      }
      return
    }
    let isOfPattern = patterns.contains {
      $0.lead.start..<$0.mention.span.upperBound ~= mention.span.lowerBound
    }
    guard !isOfPattern, nearest.score <= 3 || takers.count == 1 else {
      attributes[attribute.id] = attributes[attribute.id] ?? mention.words
      for taker in takers { try apply(attribute, mention, to: taker.index) }
      return
    }
    for index in group(of: nearest.index) { try apply(attribute, mention, to: index) }
  }

  private mutating func apply(
    _ attribute: Lexicon.Attribute, _ mention: Mention, to index: Int
  ) throws(ExpertError) {
    let recipe = try book.recipe(components[index].recipe)
    for parameter in recipe.parameters {
      guard let value = parameter.attributes[attribute.id] else { continue }
      if let known = components[index].settings[parameter.name], !known.words.isEmpty, known.value != value,
        parameter.attributes.count > 1, parameter.attributes.values.contains(known.value)
      {
        guard
          lexicon.attributes.contains(where: {
            ($0.id == attribute.id && !$0.opposes.isEmpty) || $0.opposes.contains(attribute.id)
          })
        else { continue }
        throw ExpertError(
          .contradiction, summary: "The request contradicts itself",
          detail: "'\(known.words)' and '\(mention.words)' cannot both hold for "
            + "\(components[index].words.isEmpty ? recipe.title : "'\(components[index].words)'"). Keep one of them."
        )
      }
      if components[index].settings[parameter.name]?.words.isEmpty == false { continue }
      components[index].settings[parameter.name] = Intent.Setting(value: value, words: mention.words)
      let expectations = try checks(parameter, of: index)
      if !expectations.isEmpty {
        ledger.require(
          subject(of: index) + mention.words, at: mention.span.lowerBound, expectations)
      }
    }
  }

  /// Lets an attribute hold for everything that can have it.
  mutating func applyToAll(_ id: String, _ mention: Mention) throws(ExpertError) {
    guard let attribute = lexicon.attributes.first(where: { $0.id == id }) else { return }
    attributes[id] = attributes[id] ?? mention.words
    for index in components.indices { try apply(attribute, mention, to: index) }
  }

  private mutating func enter(_ data: DataNode?, _ mention: Mention) {
    guard let data, let kind = Constraint.Kind(rawValue: data.string("kind", default: "")) else { return }
    ledger.constrain(
      Constraint(
        id: "", kind: kind, text: mention.words, relation: data.string("relation", default: "="),
        number: data.child("number")?.json.double, value: data.child("value")?.text,
        unit: data.child("unit")?.text), at: mention.span.lowerBound)
  }

  /// All components that the same words ask for.
  func group(of index: Int) -> [Int] {
    groups.first { $0.contains(index) } ?? [index]
  }

  /// "PostgreSQL database: " or nothing where the component has no words of its own.
  func subject(of index: Int) -> String {
    guard !components[index].words.isEmpty, let span = components[index].spans.first else { return "" }
    return "\(request.words(span)): "
  }

  /// What a parameter's value has to show in the resource graph.
  func checks(_ parameter: Parameter, of index: Int) throws(ExpertError) -> [ResourceExpectation] {
    let context = try context(of: index)
    var expectations: [ResourceExpectation] = []
    for check in parameter.checks { expectations.append(try check.expectation(context)) }
    return expectations
  }

  /// The component's parameters as the request sets them, with the recipe's own values elsewhere.
  func context(of index: Int) throws(ExpertError) -> JSONValue {
    let component = components[index]
    let recipe = try book.recipe(component.recipe)
    let slug = Identifier.slug(component.name ?? component.noun ?? recipe.noun)
    var members: [JSONMember] = [
      JSONMember("name", value: .string(component.name ?? slug)), JSONMember("slug", value: .string(slug)),
      JSONMember("named", value: .bool(component.name != nil)),
    ]
    for parameter in recipe.parameters {
      members.append(
        JSONMember(parameter.name, value: component.settings[parameter.name]?.value ?? parameter.defaultValue)
      )
    }
    return .object(members)
  }
}
