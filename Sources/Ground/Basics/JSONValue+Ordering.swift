extension JSONValue {
  /// The same document with the keys of each object in the order that `other` has them; new keys come last.
  package func ordered(like other: JSONValue) -> JSONValue {
    switch (self, other) {
    case (.object(let members), .object(let model)):
      let own = Dictionary(members.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
      let known = Set(model.map(\.key))
      let kept = model.compactMap { entry in
        own[entry.key].map { JSONMember(entry.key, value: $0.ordered(like: entry.value)) }
      }
      return .object(kept + members.filter { !known.contains($0.key) })
    case (.array(let elements), .array(let model)):
      return .array(
        elements.enumerated().map {
          $0.element.ordered(like: $0.offset < model.count ? model[$0.offset] : .null)
        })
    default: return self
    }
  }
}
