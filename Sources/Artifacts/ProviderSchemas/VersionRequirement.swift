/// Which versions of a provider a configuration takes: `~> 5.0, != 5.3.1`. From the language's documentation.
package struct VersionRequirement: Hashable, Sendable {
  /// How a version has to stand to the one that is named.
  private enum Comparison: String {
    case equal = "="
    case unequal = "!="
    case above = ">"
    case atLeast = ">="
    case below = "<"
    case atMost = "<="
    /// Only the last number that is given may grow.
    case compatible = "~>"
  }

  private struct Term: Hashable {
    var comparison: Comparison
    var version: ProviderVersion
    /// How many numbers the version was written with.
    var precision: Int
  }

  private let terms: [Term]
  /// As it was written.
  package let text: String

  /// Nil for a text that is no list of such terms.
  package init?(_ text: String) {
    var terms: [Term] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let part = part.trimmingSpaces
      let sign = part.prefix { "=!<>~".contains($0) }
      guard let comparison = Comparison(rawValue: sign.isEmpty ? "=" : String(sign)) else { return nil }
      let number = part.dropFirst(sign.count).trimmingSpaces
      guard let version = ProviderVersion(number) else { return nil }
      terms.append(
        Term(comparison: comparison, version: version, precision: number.split(separator: ".").count))
    }
    self.terms = terms
    self.text = text.trimmingSpaces
  }

  package func allows(_ version: ProviderVersion) -> Bool {
    terms.allSatisfy { Self.allows(version, by: $0) }
  }

  /// Whether it allows versions of the same major that are older than this one and nothing newer: what this version
  /// refuses, those refuse too, since arguments are only added within a major.
  package func allowsOnlyOlder(than version: ProviderVersion) -> Bool {
    let failed = terms.filter { !Self.allows(version, by: $0) }
    return !failed.isEmpty
      && failed.allSatisfy { term in
        // What is below 6.0.0 is of another major than 6.1.0.
        [.equal, .below, .atMost, .compatible].contains(term.comparison) && term.version < version
          && term.version.major == version.major
          && (term.comparison != .below || term.version.numbers.dropFirst().contains { $0 > 0 })
      }
  }

  /// Whether it names a version of a major that has to be reached, as opposed to one that is only shut out.
  package func reaches(major: Int) -> Bool {
    terms.contains { term in
      [.equal, .above, .atLeast, .compatible].contains(term.comparison) && term.version.major == major
    }
  }

  private static func allows(_ version: ProviderVersion, by term: Term) -> Bool {
    switch term.comparison {
    case .equal: version == term.version
    case .unequal: version != term.version
    case .above: version > term.version
    case .atLeast: version >= term.version
    case .below: version < term.version
    case .atMost: version <= term.version
    case .compatible:
      version >= term.version
        && version.numbers.prefix(max(term.precision - 1, 1))
          == term.version.numbers.prefix(max(term.precision - 1, 1))
    }
  }
}

extension StringProtocol {
  fileprivate var trimmingSpaces: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
