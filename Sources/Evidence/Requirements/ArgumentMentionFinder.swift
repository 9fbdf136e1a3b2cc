import ProviderSchemas

/// Finds arguments of the resource types in play that the request names by two words or more: "performance insights
/// enabled" names `performance_insights_enabled`.
struct ArgumentMentionFinder {
  let schema: ProviderSchema

  struct Mention: Sendable, Hashable {
    var type: String
    /// The argument, or the nested block that holds it.
    var argument: String
  }

  func mentions(of types: [String], in request: RequestWords) -> [Mention] {
    var found: [Mention] = []
    for type in types {
      guard let block = schema.resource(type) else { continue }
      var names: Set<String> = []
      for (name, attribute) in block.attributes
      where attribute.use != .computed && isNamed(name, request: request) {
        names.insert(name)
      }
      for (name, nested) in block.blocks {
        let inner = schema.block(nested).attributes.filter { $0.value.use != .computed }.keys
        if isNamed(name, request: request) || inner.contains(where: { isNamed($0, request: request) }) {
          names.insert(name)
        }
      }
      found += names.sorted().map { Mention(type: type, argument: $0) }
    }
    return found
  }

  /// All its words, one after the other.
  private func isNamed(_ name: String, request: RequestWords) -> Bool {
    let words = RequestWords.normal(name)
    guard words.count >= 2, let first = request.places[words[0]] else { return false }
    return first.contains { request.words[$0...].starts(with: words) }
  }
}
