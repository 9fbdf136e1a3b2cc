import Experts
import Basics
import Changes

/// What the request asks to build: components with what was said about each, and how they belong together.
struct Intent: Sendable {
  /// A value that the request gives for a parameter, with its words; no words where a phrase implies it.
  struct Setting: Sendable {
    var value: JSONValue
    var words: String
    var relation: String = "="
  }

  struct Component: Sendable {
    var recipe: String
    /// The name the request gives it.
    var name: String?
    /// What the request calls it further on, as "the API".
    var alias: String?
    /// A word to label it with when there is no name and the recipe's own does not fit.
    var noun: String?
    /// The words that ask for it; empty when a pattern implies it.
    var words: String
    /// The first token of the words.
    var start = 0
    /// Places in the request, as token indices.
    var spans: [Range<Int>]
    /// What shows it in place of the recipe's own checks; empty for those.
    var checks: [CheckTemplate] = []
    var settings: [String: Setting]
    /// Names of settings that the words themselves are about: "internal" of an internal load balancer.
    var characteristics: Set<String> = []
    /// How the number before the words binds, `=` where nothing else is said; nil where there is none.
    var counted: String?
    /// The one of several things that it is made for, each having its own; nil where there is none.
    var partner: Int?
    /// How many the request asks for of what is made once only; nil where it asks for one.
    var wanted: Int?
    /// Arguments that the request names and no parameter of the recipe is for.
    var arguments: [ArgumentWish] = []
    /// The component that the words say it watches; nil for the nearest.
    var subject: Int?
    /// What else the words ask of it, as a load balancer's target group.
    var parts: [Part] = []
  }

  /// A resource type that no recipe builds, and the part of the request that asks for it.
  struct Composed: Sendable {
    var type: String
    var words: String
  }

  struct Part: Sendable {
    var words: String
    var checks: [CheckTemplate]
    /// The parameter that a number before the words sets.
    var parameter: String?
    /// How many exactly, where no parameter sets it.
    var count: Int?
    var span: Range<Int>
    /// How many things have it, each its own; nil where that is not said.
    var owners: Int?
    /// What shows that it is nobody else's.
    var ownCheck: String?
  }

  /// A number that is said of everything it can be said of: "Logs are kept for 90 days."
  struct General: Sendable {
    var fact: String
    /// What the words say that it is about.
    var cues: Set<String>
    var value: JSONValue
    var words: String
  }

  /// Something that passes between two things, as the request says it.
  struct Flow: Sendable {
    /// Who does it.
    var from: [Int]
    var to: [Int]
    /// The words for it, as in `RequestText.Token.normal`.
    var words: Set<String>
  }

  var title: String
  var components: [Component]
  var composed: [Composed] = []
  /// Attributes said of the whole: `production`, `highly-available`.
  var attributes: [String: String]
  var flows: [Flow] = []
  /// Numbers that hold for what nobody asked for by name, too.
  var general: [General] = []
  var environment: String?
  var region: String?
  var secondRegion: String?
  var words: Set<String>
  /// Recipes that the request does not want.
  var excluded: Set<String> = []
  /// What everything shall be tagged with.
  var tags: [TagReader.Tag] = []
}

extension Intent.Component {
  /// What an entry of the lexicon stands for where the request has its words.
  init(_ entry: Lexicon.Entry, recipe: String, words: String, at span: Range<Int>) {
    self.init(
      recipe: recipe, name: nil, noun: entry.noun, words: words, spans: [span], checks: entry.checks,
      settings: entry.values.mapValues { Intent.Setting(value: $0, words: "") },
      characteristics: Set(entry.values.keys))
  }
}
