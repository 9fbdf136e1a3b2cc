import Testing

/// One request and what has to be read from it.
struct RequestCase: Sendable, CustomTestStringConvertible {
  var text: String
  var recipes: [String] = []
  /// Parts of requirement texts, each of which some requirement has to contain.
  var requirements: [String] = []
  /// `kind relation value-or-number`.
  var constraints: [String] = []
  var questions: [String] = []
  /// `recipe.parameter=value`.
  var values: [String] = []
  var names: [String] = []

  var testDescription: String { text }
}
