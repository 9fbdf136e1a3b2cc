/// A published list of demands, by the way rules refer to it.
package struct PolicyStandard: Hashable, Sendable {
  /// As a person names it: `cis-aws`.
  package let id: String

  /// - Parameter id: in any case, with spaces or hyphens.
  package init(_ id: String) {
    self.id = Self.folded(id)
  }

  /// Whether the rule refers to this standard.
  package func covers(_ rule: Rule) -> Bool {
    rule.references.contains { reference in
      let folded = Self.folded(reference)
      return folded == id || ["-", "_", ":"].contains { folded.hasPrefix("\(id)\($0)") }
    }
  }

  /// The standards that rules refer to: what stands before the first number of a reference.
  package static func known(to pack: PolicyPack) -> [String] {
    let names = pack.rules.flatMap(\.references).compactMap { reference -> String? in
      let words = reference.split(separator: " ").prefix { !$0.contains(where: \.isNumber) }
      return words.isEmpty ? nil : folded(words.joined(separator: " "))
    }
    return Set(names).sorted()
  }

  private static func folded(_ text: String) -> String {
    text.lowercased().replacing(" ", with: "-")
  }
}
