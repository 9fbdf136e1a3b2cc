import Clouds
import Experts
import Basics

extension Lexicon {
  init(_ data: HandbookData) throws(ExpertError) {
    cloud = data.main
    try loadAttributes(data.yaml("lexicon/attributes.yaml"))
    try loadForms(data.yaml("lexicon/facts.yaml"))
    for node in try data.packLexicon() { try load(node, holds: data.holds) }
    try load(data.yaml("lexicon/clouds.yaml"), holds: data.holds)
    for path in try data.ownLexicon() { try load(data.yaml(path), holds: data.holds) }
    try loadOtherClouds()
    for regions in try data.all(.regions) {
      for code in regions.keys {
        self.regions.append(code)
        add(code, meaning: .region(code))
        for name in regions.strings(code) { add(name, meaning: .region(code)) }
      }
    }
    let words = try data.yaml(Self.words)
    try words.allow([
      "ignored", "unnamed", "numbers", "relations", "environments", "negations", "fillers", "or", "and",
      "access",
      "existing", "qualifiers", "preferences", "spelling", "off", "predicates", "manners", "exceptions",
      "rates", "ordinals",
    ])
    ignored = Set(RequestText.words(try words.string("ignored")))
    unnamed = Set(RequestText.words(try words.string("unnamed")))
    denial = try Self.denial(words)
    try loadSets(words)
    let passing = try data.yaml("lexicon/flows.yaml")
    try passing.allow([
      "phrases", "events", "only", "reaching", "from", "ports", "when", "failing", "back", "passing", "verbs",
    ])
    reach = Reach(
      only: Set(passing.strings("only")), reaching: Set(passing.strings("reaching")),
      from: Set(passing.strings("from")),
      ports: passing.values("ports").compactMapValues(\.integer))
    for entry in passing.entries("passing") {
      self.passing[entry.key] = Set(passing.child("passing")?.strings(entry.key) ?? [])
    }
    verbs = passing.texts("verbs")
    failures = Failures(
      when: Set(passing.strings("when")), failing: Set(passing.strings("failing")),
      back: Set(passing.strings("back")))
    flows =
      (passing.strings("phrases").map { (RequestText.words($0), false) }
      + passing.strings("events").map { (RequestText.words($0), true) }).sorted { $0.0.count > $1.0.count }
    for (phrase, value) in words.entries("numbers") { add(phrase, meaning: .number(value.json.integer ?? 1)) }
    for entry in words.entries("relations") {
      for phrase in words.child("relations")?.strings(entry.key) ?? [] {
        relations.append((entry.key, phrase))
      }
    }
    for entry in words.entries("environments") {
      for phrase in words.child("environments")?.strings(entry.key) ?? [] {
        add(phrase, meaning: .environment(entry.key))
      }
    }
    try loadLanguages(data.yaml("lexicon/languages.yaml"))
    sortPhrases()
  }

  private mutating func loadLanguages(_ node: DataNode) throws(ExpertError) {
    for name in node.keys {
      guard let language = node.child(name) else { continue }
      try language.allow(["marks", "words"])
      var words: [String: [(words: [String], english: String)]] = [:]
      for (phrase, english) in language.texts("words") {
        let parts = RequestText(phrase).tokens.map(\.word)
        if let first = parts.first { words[first, default: []].append((parts, english)) }
      }
      for key in words.keys { words[key]?.sort { $0.words.count > $1.words.count } }
      languages.append(Language(name: name, marks: Set(language.strings("marks")), words: words))
    }
  }

  private static let words = "lexicon/words.yaml"

  /// What denies, whatever cloud a request is of.
  static func denial() throws(ExpertError) -> Denial { try denial(HandbookData.shared(words)) }

  private static func denial(_ words: DataNode) throws(ExpertError) -> Denial {
    guard let negations = words.child("negations") else { throw words.fault("'negations' is missing.") }
    try negations.allow(["words", "unless"])
    return Denial(
      words: negations.strings("words").map { RequestText.words($0) }.sorted { $0.count > $1.count },
      unless: negations.strings("unless").map { RequestText.words($0) },
      fillers: Set(RequestText.words(try words.string("fillers"))), or: set("or", of: words),
      and: set("and", of: words), off: set("off", of: words))
  }

  private static func set(_ key: String, of words: DataNode) -> Set<String> {
    Set(words.strings(key).flatMap { RequestText.words($0) })
  }

  private mutating func loadSets(_ words: DataNode) throws(ExpertError) {
    func set(_ key: String) -> Set<String> { Self.set(key, of: words) }
    access = set("access")
    existing = set("existing")
    spelling = Set(words.strings("spelling"))
    qualifiers = set("qualifiers")
    predicates = set("predicates")
    manners = set("manners")
    exceptions = set("exceptions")
    rates = set("rates")
    ordinals = set("ordinals")
    preferences = words.strings("preferences").map { RequestText.words($0) }
  }

  /// Reads a file of a pack or of one's own: words for what can be built, and what the cloud adds to the words of all.
  /// - Parameter holds: whether a recipe is of a pack that counts here.
  private mutating func load(_ node: DataNode, holds: (String) -> Bool) throws(ExpertError) {
    try node.allow([
      "components", "patterns", "unsupported", "clouds", "products", "ambiguous", "attributes", "facts",
      "implies", "tags", "region",
    ])
    if let tags = node.child("tags") { tagCheck = try CheckTemplate(tags) }
    if let region = node.child("region") { regionCheck = try CheckTemplate(region) }
    try loadAttributes(node)
    try loadFacts(node)
    ambiguous.formUnion(node.strings("ambiguous").flatMap { RequestText.words($0) })
    products += node.strings("products").map { RequestText.words($0) }
    for item in node.list("components") + node.list("patterns") {
      let entry = try Entry(item)
      guard entry.recipes.allSatisfy(holds) else { continue }
      for phrase in item.strings("phrases") { add(phrase, meaning: .component(entries.count)) }
      entries.append(entry)
    }
    if let unsupported = node.child("unsupported") {
      try unsupported.allow(["names", "types"])
      for name in unsupported.strings("names") { add(name, meaning: .unsupported(name)) }
      for entry in unsupported.entries("types") {
        for name in unsupported.child("types")?.strings(entry.key) ?? [] {
          add(name, meaning: .unsupported(name))
          typesOfUnsupported[name] = entry.key
        }
      }
    }
    for (cloud, _) in node.entries("clouds") {
      for phrase in node.child("clouds")?.strings(cloud) ?? [] { add(phrase, meaning: .cloud(cloud)) }
    }
  }

  /// Words of clouds that requests are not read for here: what bears one is asked of that cloud.
  private mutating func loadOtherClouds() throws(ExpertError) {
    for other in try CloudChoice.shared().others(than: cloud) {
      addOther(other.words, cloud: other.cloud)
    }
  }

  private mutating func loadAttributes(_ node: DataNode) throws(ExpertError) {
    for item in node.list("attributes") {
      try item.allow([
        "id", "phrases", "opposes", "constraint", "assume", "negation", "checks", "nearest", "near", "beside",
        "context",
      ])
      var checks: [CheckTemplate] = []
      for check in item.list("checks") { checks.append(try CheckTemplate(check)) }
      let id = try item.string("id")
      let known = attributes.firstIndex { $0.id == id }
      for phrase in item.strings("phrases") { add(phrase, meaning: .attribute(known ?? attributes.count)) }
      if let known {
        // A cloud says what shows it there.
        if !checks.isEmpty { attributes[known].checks = checks }
        attributes[known].isOfNearest = attributes[known].isOfNearest || item.flag("nearest")
        attributes[known].prefersNearest = attributes[known].prefersNearest || item.flag("near")
        attributes[known].beside = item.child("beside")?.text ?? attributes[known].beside
        continue
      }
      attributes.append(
        Attribute(
          id: id, opposes: item.strings("opposes"), context: item.child("context")?.text,
          constraint: item.child("constraint"),
          assume: item.child("assume")?.text, negation: item.child("negation")?.text, checks: checks,
          isOfNearest: item.flag("nearest"), prefersNearest: item.flag("near"),
          beside: item.child("beside")?.text))
    }
  }

  private mutating func loadForms(_ node: DataNode) throws(ExpertError) {
    try node.allow(["facts", "schedules", "money", "names", "tags"])
    try loadFacts(node)
    for item in node.list("schedules") {
      schedules.append(ScheduleForm(pattern: try item.string("pattern"), form: try item.string("form")))
    }
    guard let money = node.child("money") else { throw node.fault("'money' is missing.") }
    moneyPattern = try money.string("pattern")
    currencies = money.texts("currencies")
    periods = money.values("periods").compactMapValues(\.double)
    namePatterns = node.strings("names")
    tagPattern = try node.string("tags")
  }

  /// Forms of numbers and names, and what a fact brings along that nothing takes.
  private mutating func loadFacts(_ node: DataNode) throws(ExpertError) {
    for item in node.list("facts") {
      try item.allow([
        "id", "pattern", "units", "keep-prefix", "number", "narrow", "from-value", "keep-case", "context",
      ])
      facts.append(
        FactForm(
          id: try item.string("id"), pattern: try item.string("pattern"),
          units: item.values("units").compactMapValues(\.double), keepsPrefix: item.flag("keep-prefix"),
          isText: item.child("number") != nil, context: item.child("context")?.text,
          keepsCase: item.flag("keep-case"), beginsAtValue: item.flag("from-value"),
          isNarrow: item.flag("narrow")))
    }
    for entry in node.entries("implies") {
      try entry.value.allow(["recipe", "beside"])
      implied[entry.key] = (try entry.value.string("recipe"), entry.value.child("beside")?.text)
    }
  }
}

extension Lexicon.Entry {
  init(_ data: DataNode) throws(ExpertError) {
    try data.allow([
      "phrases", "recipe", "set", "part", "generic", "context", "count", "noun", "checks", "adds", "absence",
      "negation", "copied", "each", "own",
    ])
    recipe = data.child("recipe")?.text
    values = data.values("set")
    isPart = data.flag("part")
    isGeneric = data.flag("generic")
    context = data.child("context")?.text
    countParameter = data.child("count")?.text
    noun = data.child("noun")?.text
    checks = []
    for item in data.list("checks") { checks.append(try CheckTemplate(item)) }
    negation = data.child("negation")?.text
    isCopied = data.flag("copied")
    isEach = data.flag("each")
    ownCheck = data.child("own")?.text
    absence = []
    for item in data.list("absence") { absence.append(try CheckTemplate(item)) }
    adds = []
    for item in data.list("adds") {
      try item.allow(["recipe", "set", "unless"])
      adds.append(
        Addition(
          recipe: try item.string("recipe"), values: item.values("set"), unless: item.strings("unless")))
    }
    isPattern = recipe == nil
  }
}
