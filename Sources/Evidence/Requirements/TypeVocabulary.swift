import Foundation
import ProviderSchemas

/// The words that the resource types of a provider are made of, and how much each tells.
package struct TypeVocabulary: Sendable {
  struct Entry: Sendable {
    var type: String
    /// The words of the name without the provider's: `s3 bucket versioning`.
    var words: [String]
    /// Those that say what the thing is; the words before are the service's name, which people often leave to the
    /// rest of the sentence.
    var noun: [String]
  }

  let entries: [Entry]
  private let rarity: [String: Double]

  package init(_ schema: ProviderSchema) { self.init(types: schema.resourceTypes) }

  /// - Parameter types: names of resource types, as the only ones that can be spoken of.
  package init(types: some Collection<String>) {
    let named = types.sorted().map { type in
      (type: type, words: RequestWords.normal(String(type.drop { $0 != "_" })))
    }
    .filter { !$0.words.isEmpty }
    let services = Dictionary(grouping: named) { $0.words[0] }.mapValues(\.count)
    entries = named.map { name in
      let hasService = name.words.count > 1 && services[name.words[0], default: 0] > Self.families
      return Entry(
        type: name.type, words: name.words, noun: hasService ? Array(name.words.dropFirst()) : name.words)
    }
    var frequency: [String: Int] = [:]
    for name in named { for word in Set(name.words) { frequency[word, default: 0] += 1 } }
    let count = Double(max(1, named.count))
    rarity = frequency.mapValues { log(count / Double($0)) }
  }

  /// A first word that begins more types than this names a service.
  private static let families = 3

  /// How much a type's words tell together: the inverse document frequency of each, summed.
  func weight(_ words: [String]) -> Double { words.reduce(0) { $0 + (rarity[$1] ?? 0) } }
}
