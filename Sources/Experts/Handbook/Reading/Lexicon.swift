import Clouds
import Experts
import Basics

/// How requests are worded: phrases for components and attributes, forms of numbers, regions, words without a wish.
struct Lexicon: Sendable {
  /// What a phrase means.
  enum Meaning: Sendable {
    case component(Int)
    case attribute(Int)
    case region(String)
    case unsupported(String)
    case cloud(String)
    case environment(String)
    case number(Int)
  }

  struct Phrase: Sendable {
    var words: [String]
    var meaning: Meaning
  }

  /// A wish for one component of a recipe, or for what a pattern is made of.
  struct Entry: Sendable {
    struct Addition: Sendable {
      var recipe: String
      var values: [String: JSONValue]
      /// Not added where a component provides one of these.
      var unless: [String]
    }

    var recipe: String?
    var values: [String: JSONValue]
    /// Part of a component that is there anyway, as a subnet of a network.
    var isPart: Bool
    /// Names any of a family, as "database" does.
    var isGeneric: Bool
    /// `kubernetes` or `aws`; nil for both.
    var context: String?
    var countParameter: String?
    var noun: String?
    var checks: [CheckTemplate]
    /// Whether a number before the words asks for so many components, even where the recipe has a count of its own.
    var isCopied: Bool
    /// Whether the words say how many themselves, as "one in each zone".
    var isEach: Bool
    /// For a part: what shows that it is nobody else's, where the words say "its own".
    var ownCheck: String?
    /// What is not there where the words are denied; empty for what `checks` or the recipe's say.
    var absence: [CheckTemplate]
    /// The attribute that is said where the words are denied.
    var negation: String?
    /// For a pattern: what it adds.
    var adds: [Addition]
    var isPattern: Bool

    /// Whether it is an object of a cluster by itself.
    var isObject: Bool { !isPart && recipe.map(RecipeBook.isForManifests) ?? false }

    /// All recipes that it leads to.
    var recipes: [String] { (recipe.map { [$0] } ?? []) + adds.map(\.recipe) }
  }

  struct Attribute: Sendable {
    var id: String
    var opposes: [String]
    /// As of an entry: in which requests it holds.
    var context: String?
    var constraint: DataNode?
    var assume: String?
    /// The attribute that is said where this one is denied.
    var negation: String?
    /// What shows it where no component takes it.
    var checks: [CheckTemplate]
    /// Whether `checks` are only of the types of the component beside it.
    var isOfNearest: Bool
    /// Whether they are of those types first, and of all only where it has none of them.
    var prefersNearest: Bool
    /// The attribute it has to stand right behind for `checks` to be about it.
    var beside: String?
  }

  struct FactForm: Sendable {
    var id: String
    var pattern: String
    var units: [String: Double]
    var keepsPrefix: Bool
    var isText: Bool
    /// As of an entry: in which requests it holds.
    var context: String?
    /// Its text is kept as it is written, as addresses are.
    var keepsCase: Bool
    /// What stands before the first group is not understood by it.
    var beginsAtValue: Bool
    /// Only the groups are understood by it; what stands between them and after is read by others.
    var isNarrow: Bool
  }

  struct ScheduleForm: Sendable {
    var pattern: String
    var form: String
  }

  /// What denies, what only seems to, and how it is joined.
  struct Denial: Sendable {
    var words: [[String]] = []
    /// What follows one of `words` where it denies nothing.
    var unless: [[String]] = []
    var fillers: Set<String> = []
    /// Join what is denied: after "or" an article may stand, after "and" none.
    var or: Set<String> = []
    var and: Set<String> = []
    /// Behind a property they deny it.
    var off: Set<String> = []
  }

  /// The cloud that requests are read for, and those whose words count beside it.
  let cloud: Cloud
  var entries: [Entry] = []
  var attributes: [Attribute] = []
  var facts: [FactForm] = []
  var schedules: [ScheduleForm] = []
  /// The recipe that is added when nothing takes a fact, and the capability that has to be there for it.
  var implied: [String: (recipe: String, beside: String?)] = [:]
  var moneyPattern = ""
  var tagPattern = ""
  /// What shows that everything bears a tag, with `key` and `value`; nil where the cloud says nothing of it.
  var tagCheck: CheckTemplate?
  /// What shows that everything stands in a region; nil where the cloud's pack does not say.
  var regionCheck: CheckTemplate?
  var currencies: [String: String] = [:]
  var periods: [String: Double] = [:]
  var namePatterns: [String] = []
  var regions: [String] = []
  var languages: [Language] = []
  /// Words that a misspelt one may stand for.
  var spelling: Set<String> = []
  private(set) var speller = Speller(candidates: [], names: [], known: [])
  var ignored: Set<String> = []
  /// Words that say that something passes from one thing to another, longest first, and whether it has to pass by itself.
  /// Words of a claim about who gets in and nobody else.
  var reach = Reach()
  var flows: [(words: [String], isEvent: Bool)] = []
  var failures = Failures()
  /// Verbs of permissions, in singular, with the one that stands for each.
  var verbs: [String: String] = [:]
  /// Verbs, in singular, and the words that lead to where something goes.
  var passing: [String: Set<String>] = [:]
  /// What stands behind "named" and is no name.
  var unnamed: Set<String> = []
  var denial = Denial()
  /// After these a thing is named, not asked for.
  var access: Set<String> = []
  /// It is there already.
  var existing: Set<String> = []
  /// What they say has to be decided.
  var qualifiers: Set<String> = []
  /// Verbs with which a clause says something of its subject.
  var predicates: Set<String> = []
  /// Words that point at one of several things by its place in a row.
  var ordinals: Set<String> = []
  /// Words that make a ratio of a number: "one per zone".
  var rates: Set<String> = []
  /// Words that make an exception of what is said before them.
  var exceptions: Set<String> = []
  /// How a word with a hyphen ends that says how something is: "server-side", "read-only".
  var manners: Set<String> = []
  var preferences: [[String]] = []
  /// The resource type or kind that would show a thing without a recipe, by its phrase.
  var typesOfUnsupported: [String: String] = [:]
  var relations: [(relation: String, phrase: String)] = []
  /// Names of products of the cloud, in words: what bears one is asked of that cloud, whatever else is spoken of.
  var products: [[String]] = []
  /// Words for a cloud that mean something else as well, and so do not say that nothing else is meant.
  var ambiguous: Set<String> = []
  /// By first word, longest first.
  private(set) var phrases: [String: [Phrase]] = [:]

  /// Whether what is asked for on a cloud can be built in this reading.
  func isHere(_ cloud: String) -> Bool {
    cloud == self.cloud.id || CloudCatalog.current.manifests?.id == cloud
  }

  /// Why nothing is built on another cloud, as the end of a sentence.
  func reasonForNothing(on cloud: String) -> String {
    let catalog = CloudCatalog.current
    guard catalog.hasRecipes(cloud) else { return "the recipes are for \(catalog.titlesWithRecipes)." }
    return "the drafts are for \(self.cloud.title): one request is of one cloud."
  }

  mutating func add(_ phrase: String, meaning: Meaning) {
    let words = RequestText.words(phrase)
    guard let first = words.first else { return }
    phrases[first, default: []].append(Phrase(words: words, meaning: meaning))
  }

  /// Adds words that mean another cloud, where they mean nothing else.
  mutating func addOther(_ words: [String], cloud: String) {
    guard let first = words.first, !phrases[first, default: []].contains(where: { $0.words == words }) else {
      return
    }
    phrases[first, default: []].append(Phrase(words: words, meaning: .cloud(cloud)))
  }

  mutating func sortPhrases() {
    for key in phrases.keys { phrases[key]?.sort { $0.words.count > $1.words.count } }
    let names = Set(phrases.values.flatMap { $0 }.flatMap(\.words))
    let plain = ignored.union(qualifiers).union(access).union(existing).union(denial.fillers)
      .union(relations.flatMap { RequestText.words($0.phrase) })
    let products = phrases.values.flatMap { $0 }.filter { phrase in
      if case .cloud = phrase.meaning { phrase.words.count == 1 } else { false }
    }
    speller = Speller(
      candidates: spelling, names: spelling.intersection(products.flatMap(\.words)), known: plain.union(names)
    )
  }
}
