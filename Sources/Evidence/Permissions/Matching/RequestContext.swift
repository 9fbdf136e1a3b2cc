/// The keys of a request that conditions ask about.
package struct RequestContext: Hashable, Sendable {
  /// By the key in lower case, as keys have no case.
  private var values: [String: [String]]
  /// Whether a key that was not given may be there with any value. Otherwise it is absent.
  package let isOpen: Bool
  /// Whether the request is an example of many: a role may have been assumed under any name, and what a denial asks about
  /// may also be otherwise.
  package let isTentative: Bool

  package init(_ values: [String: [String]] = [:], isOpen: Bool, isTentative: Bool = false) {
    self.values = Dictionary(values.map { ($0.key.lowercased(), $0.value) }) { first, _ in first }
    self.isOpen = isOpen
    self.isTentative = isTentative
  }

  /// The values of a key; nil where it was not given.
  package subscript(_ key: String) -> [String]? {
    values[key.lowercased()]
  }

  /// The context with these keys too; what was given stays.
  package func adding(_ more: [String: [String]]) -> RequestContext {
    var context = self
    for (key, texts) in more where context.values[key.lowercased()] == nil {
      context.values[key.lowercased()] = texts
    }
    return context
  }

  /// The context as a statement that denies sees it.
  var ofDenial: RequestContext { isTentative ? RequestContext(isOpen: true, isTentative: true) : self }
}
