import HCL

/// What a provider demands of the arguments of one resource type beyond its schema.
package struct SchemaConstraint: Sendable {
  /// A text that an argument has to match, and how the demand reads.
  package struct Pattern: Sendable {
    package var path: String
    package var expression: String
    package var demand: String
  }

  package var oneOf: [[String]] = []
  package var anyOf: [[String]] = []
  package var conflicts: [[String]] = []
  package var together: [[String]] = []
  /// An argument that needs another one.
  package var needs: [(String, String)] = []
  package var values: [(path: String, texts: [String])] = []
  package var patterns: [Pattern] = []
  /// As `values`, and small and capital letters are the same.
  package var wordsInAnyCase: [(path: String, texts: [String])] = []
  package var ranges: [(path: String, bounds: Bounds)] = []
  /// How many characters a text may have.
  package var lengths: [(path: String, bounds: Bounds)] = []
  package var forms: [(path: String, form: ValueForm)] = []

  package init() {}

  package init(_ block: Block) {
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
