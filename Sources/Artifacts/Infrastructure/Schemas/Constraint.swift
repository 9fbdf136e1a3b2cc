import HCL

/// What a provider demands of the arguments of one resource type beyond its schema.
struct Constraint: Sendable {
  /// A text that an argument has to match, and how the demand reads.
  struct Pattern: Sendable {
    var path: String
    var expression: String
    var demand: String
  }

  var oneOf: [[String]] = []
  var anyOf: [[String]] = []
  var conflicts: [[String]] = []
  var together: [[String]] = []
  /// An argument that needs another one.
  var needs: [(String, String)] = []
  var values: [(path: String, texts: [String])] = []
  var patterns: [Pattern] = []
  /// As `values`, and small and capital letters are the same.
  var wordsInAnyCase: [(path: String, texts: [String])] = []
  var ranges: [(path: String, bounds: Bounds)] = []
  /// How many characters a text may have.
  var lengths: [(path: String, bounds: Bounds)] = []
  var forms: [(path: String, form: ValueForm)] = []

  init() {}

  init(_ block: Block) {
    var evaluator = Evaluator(scope: Scope())
    func groups(_ name: String) -> [[String]] {
      let value = block.body.attribute(name).map { evaluator.evaluate($0.value) }
      return value?.elements?.map { $0.elements?.compactMap(\.text) ?? [] } ?? []
    }
    func members(_ name: String) -> [(key: String, value: Value)] {
      block.body.attribute(name).flatMap { evaluator.evaluate($0.value).members } ?? []
    }
    oneOf = groups("one_of")
    anyOf = groups("any_of")
    conflicts = groups("conflicts")
    together = groups("together")
    needs = members("needs").compactMap { member in member.value.text.map { (member.key, $0) } }
    values = members("values").map { ($0.key, $0.value.elements?.compactMap(\.text) ?? []) }
    patterns = members("patterns").compactMap { member in
      guard let expression = member.value[0]?.text, let demand = member.value[1]?.text else { return nil }
      // Several patterns of one argument are told apart by what follows its name.
      let path = String(member.key.prefix { $0 != " " })
      return Pattern(path: path, expression: expression, demand: demand)
    }
  }
}
