import Basics
import Foundation
import StrictYAML

/// How people name resources, from `Data/terms.yaml`.
package struct Terms: Sendable {
  /// Words in place of words, the longest first: `load balancer` is `lb`.
  package let phrases: [(words: [String], stands: [String])]
  /// Words that a word brings with it without standing in the text.
  package let implies: [String: [String]]
  package let numbers: [String: Int]

  /// - Throws: where the file that comes with the program is broken.
  package init() throws(RequirementsError) {
    let text = try Self.text()
    let root: YAMLNode
    do {
      root = try StrictYAML.document(text, file: Self.name)
    } catch {
      throw Self.broken(error.description)
    }
    func pairs(_ key: String) -> [(key: String, value: YAMLNode)] {
      (root[key]?.pairs ?? []).map { ($0.key, $0.value) }
    }
    phrases = pairs("phrases").map { (RequestWords.normal($0.key), RequestWords.normal($0.value.text ?? "")) }
      .sorted { $0.words.count > $1.words.count }
    implies = Dictionary(
      pairs("implies").map { ($0.key, $0.value.elements?.compactMap(\.text) ?? []) },
      uniquingKeysWith: { first, _ in first })
    numbers = Dictionary(
      pairs("numbers").compactMap { pair in pair.value.text.flatMap(Int.init).map { (pair.key, $0) } },
      uniquingKeysWith: { first, _ in first })
    guard !phrases.isEmpty, !numbers.isEmpty else { throw Self.broken("It has no phrases or no numbers.") }
  }

  private static let name = "terms.yaml"

  private static func text() throws(RequirementsError) -> String {
    do {
      let url = try ProgramData.folder(of: "Requirements").appending(path: "Data/\(name)")
      return try String(contentsOf: url, encoding: .utf8)
    } catch {
      throw broken("It cannot be read: \(error).")
    }
  }

  private static func broken(_ reason: String) -> RequirementsError {
    RequirementsError(
      .brokenTerms, summary: "A file of the program is broken",
      detail: "Data/\(name): \(reason) Install Consilium again.")
  }
}
