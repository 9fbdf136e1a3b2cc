import Experts
import Basics
import Clouds

/// Settles an intent into a plan for one priority. The same input gives the same plan, so a draft can be planned again
/// from its decisions.
struct Planner {
  let book: RecipeBook
  let intent: Intent
  let priority: AgentProfile.Priority
  /// Choices of an earlier draft, by topic.
  let overrides: [String: String]

  private var components: [DraftPlan.Component] = []
  private var connections: [DraftPlan.Connection] = []
  private var labels: Set<String> = []

  init(
    book: RecipeBook, intent: Intent, priority: AgentProfile.Priority, overrides: [String: String] = [:]
  ) {
    self.book = book
    self.intent = intent
    self.priority = priority
    self.overrides = overrides
  }

  mutating func plan() throws(ExpertError) -> DraftPlan {
    // What is composed needs the same around it as what a recipe builds.
    let composed = intent.composed.compactMap { CloudCatalog.current.cloud(ofType: $0.type)?.recipePrefix }
      .map { "\($0)/" }
    for base in book.data.bases(of: intent.components.map(\.recipe) + composed) {
      try add(recipe: base, intent: nil)
    }
    for index in intent.components.indices {
      try add(recipe: intent.components[index].recipe, intent: index)
    }
    try connect()
    try fillSlots()
    try connect()
    try fillSlots()
    applyDemands()
    try fillSlots()
    return DraftPlan(
      title: intent.title, region: intent.region ?? book.data.main.regions.reference,
      environment: intent.environment ?? "production",
      secondRegion: intent.secondRegion, tags: intent.tags, components: components, composed: intent.composed,
      connections: connections)
  }

  @discardableResult
  private mutating func add(recipe id: String, intent index: Int?) throws(ExpertError) -> Int {
    let recipe = try book.recipe(id)
    let asked = index.map { intent.components[$0] }
    let label = uniqueLabel(asked?.name ?? asked?.noun ?? recipe.noun)
    var component = DraftPlan.Component(
      recipe: recipe, label: label, name: asked?.name, intent: index, choices: [:], slots: [:],
      order: components.count, arguments: asked?.arguments ?? [])
    for parameter in recipe.parameters {
      component.choices[parameter.name] = choice(parameter, of: recipe, label: label, asked: asked)
    }
    components.append(component)
    return components.count - 1
  }

  /// Whether a value would need what the request does not want, as a key of one's own.
  private func needsExcluded(_ value: JSONValue, of parameter: Parameter, in recipe: Recipe) -> Bool {
    recipe.needs.contains { need in
      need.parameter == parameter.name && need.value == value
        && book.defaultProviders[need.capability].map(intent.excluded.contains) ?? false
    }
  }

  private func choice(
    _ parameter: Parameter, of recipe: Recipe, label: String, asked: Intent.Component?
  ) -> DraftPlan.Choice {
    if let setting = asked?.settings[parameter.name] {
      return DraftPlan.Choice(value: setting.value, origin: .asked, words: setting.words)
    }
    for (attribute, value) in parameter.attributes.sorted(by: { $0.key < $1.key }) {
      if let words = intent.attributes[attribute] {
        return DraftPlan.Choice(value: value, origin: .asked, words: words)
      }
    }
    if asked == nil, parameter.needsCue, let fact = parameter.fact {
      let cues = Set(parameter.cues.flatMap { RequestText.words($0) })
      if let said = intent.general.first(where: { $0.fact == fact && !$0.cues.isDisjoint(with: cues) }) {
        return DraftPlan.Choice(value: said.value, origin: .asked, words: said.words)
      }
    }
    if let text = overrides[DraftPlan.topic(label, parameter: parameter.name)],
      let value = parameter.value(of: text)
    {
      return DraftPlan.Choice(value: value, origin: .chosen, words: "")
    }
    if let value = parameter.postures[priority], !needsExcluded(value, of: parameter, in: recipe) {
      return DraftPlan.Choice(value: value, origin: .priority, words: "")
    }
    return DraftPlan.Choice(value: parameter.defaultValue, origin: .standard, words: "")
  }

  /// Lets every need be met by the component mentioned for it, or by one that is added.
  private mutating func fillSlots() throws(ExpertError) {
    var index = 0
    while index < components.count {
      for need in components[index].recipe.needs where components[index].slots[need.slot] == nil {
        if let parameter = need.parameter, let value = need.value {
          guard components[index].choices[parameter]?.value == value else { continue }
        }
        components[index].slots[need.slot] = try giver(of: need.capability, for: index)
      }
      index += 1
    }
  }

  private mutating func giver(of capability: String, for index: Int) throws(ExpertError) -> Int {
    if let found = components.indices.first(where: {
      $0 != index && components[$0].recipe.provides.contains(capability)
    }) {
      return found
    }
    guard let id = book.defaultProviders[capability] else {
      throw ExpertError(
        .failed, summary: "A file of the handbook is broken",
        detail: "No recipe gives '\(capability)', which \(components[index].recipe.id) needs.")
    }
    return try add(recipe: id, intent: nil)
  }

  private mutating func connect() throws(ExpertError) {
    for pair in LinkFinder(book: book, intent: intent, components: components).pairs() where isNew(pair) {
      for (name, value) in pair.link.setsFrom {
        set(name, value: value, at: pair.from, because: pair.link.id)
      }
      for (name, value) in pair.link.setsTo { set(name, value: value, at: pair.to, because: pair.link.id) }
      for (name, source) in pair.link.copies {
        guard let choice = components[pair.to].choices[source] else { continue }
        set(name, value: choice.value, at: pair.from, because: pair.link.id)
      }
      for (name, source) in pair.link.copiesTo {
        guard let choice = components[pair.from].choices[source], choice.value != "" else { continue }
        set(name, value: choice.value, at: pair.to, because: pair.link.id)
      }
      connections.append(pair)
    }
  }

  /// Not found before, and not a second choice of a component that has its nearest partner.
  private func isNew(_ pair: DraftPlan.Connection) -> Bool {
    !connections.contains { known in
      guard known.link.id == pair.link.id else { return false }
      return switch pair.link.reach {
      case "nearest": known.from == pair.from
      case "nearest-source": known.to == pair.to
      default: known.from == pair.from && known.to == pair.to
      }
    }
  }

  private mutating func set(_ name: String, value: JSONValue, at index: Int, because words: String) {
    guard let current = components[index].choices[name], current.origin > .linked else { return }
    components[index].choices[name] = DraftPlan.Choice(
      value: value, origin: .linked, words: words.replacing("_", with: " "))
    for (other, value) in components[index].recipe.parameter(name)?.alsoSets ?? [:] {
      set(other, value: value, at: index, because: words)
    }
  }

  /// Moves a choice that another component cannot live with to the cheapest one that it can.
  private mutating func applyDemands() {
    for component in components {
      for demand in component.recipe.demands {
        if let name = demand.when, component.choices[name]?.value != demand.value { continue }
        guard let target = component.slots[demand.slot],
          let current = components[target].choices[demand.parameter],
          current.origin != .asked || demand.isAbsolute,
          demand.excluded.contains(current.value),
          let parameter = components[target].recipe.parameter(demand.parameter),
          let option = parameter.options.last(where: { !demand.excluded.contains($0.value) })
        else { continue }
        components[target].choices[demand.parameter] = DraftPlan.Choice(
          value: option.value, origin: .demanded, words: demand.reason)
      }
    }
  }

  private mutating func uniqueLabel(_ wish: String) -> String {
    let base = Identifier.label(wish)
    var label = base
    var number = 2
    while !labels.insert(label).inserted {
      label = "\(base)_\(number)"
      number += 1
    }
    return label
  }
}
