import Basics
import Clouds
import Foundation
import StrictYAML

/// How people name a cloud's resources, from `terms.yaml` of its pack, and what is said alike of all, from `Data/terms.yaml`.
package struct Terms: Sendable {
  /// Words in place of words, the longest first: `load balancer` is `lb`.
  package let phrases: [(words: [String], stands: [String])]
  /// Words that a word brings with it without standing in the text.
  package let implies: [String: [String]]
  package let numbers: [String: Int]

  /// - Throws: where a file that comes with the program is broken.
  package init(of cloud: Cloud = CloudCatalog.current.main) throws(RequirementsError) {
    let shared = try Self.document(try Self.text(), file: Self.name)
    numbers = Dictionary(
      Self.pairs("numbers", of: shared).compactMap { pair in
        pair.value.text.flatMap(Int.init).map { (pair.key, $0) }
      },
      uniquingKeysWith: { first, _ in first })
    guard !numbers.isEmpty else { throw Self.broken("It has no numbers.") }
    guard let data = cloud.contents(of: .terms) else {
      (phrases, implies) = ([], [:])
      return
    }
    let own = try Self.document(String(decoding: data, as: UTF8.self), file: "\(cloud.id)/\(Self.name)")
    phrases = Self.pairs("phrases", of: own).map {
      (RequestWords.normal($0.key), RequestWords.normal($0.value.text ?? ""))
    }
    .sorted { $0.words.count > $1.words.count }
    implies = Dictionary(
      Self.pairs("implies", of: own).map { ($0.key, $0.value.elements?.compactMap(\.text) ?? []) },
      uniquingKeysWith: { first, _ in first })
    guard !phrases.isEmpty else { throw Self.broken("\(cloud.id) has no phrases.") }
  }

  private static func document(_ text: String, file: String) throws(RequirementsError) -> YAMLNode {
    do {
      return try StrictYAML.document(text, file: file)
    } catch {
      throw broken(error.description)
    }
  }

  private static func pairs(_ key: String, of node: YAMLNode) -> [(key: String, value: YAMLNode)] {
    (node[key]?.pairs ?? []).map { ($0.key, $0.value) }
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
