import Basics
import Clouds
import Experts
import Foundation
import Synchronization

/// Which cloud a request speaks of: by the clouds' names, the names of their products, and the codes of their regions.
struct CloudChoice: Sendable {
  /// What words say of the cloud: its name decides before a product, a product before what several clouds call alike.
  private enum Weight: Int { case region = 1, shared = 2, product = 4, name = 8 }

  private struct Sign: Sendable {
    var words: [String]
    var cloud: String
    var weight: Weight
  }

  /// The clouds that words of a lexicon name.
  let named: Set<String>
  private let signs: [Sign]
  private let denial: Lexicon.Denial

  private static let loaded = Mutex<(choice: CloudChoice, generation: Int)?>(nil)

  static func shared() throws(ExpertError) -> CloudChoice {
    let generation = CloudCatalog.generation
    if let known = loaded.withLock({ $0 }), known.generation == generation { return known.choice }
    let choice = try CloudChoice()
    loaded.withLock { $0 = (choice, generation) }
    return choice
  }

  private init() throws(ExpertError) {
    let catalog = CloudCatalog.current
    var names: [(cloud: String, words: [String])] = []
    var products: [(cloud: String, words: [String])] = []
    var ambiguous: Set<[String]> = []
    var regions: [(cloud: String, words: [String])] = []
    for cloud in catalog.clouds where !cloud.isForManifests {
      for node in try HandbookData.lexicon(of: cloud) {
        for phrase in node.child("clouds")?.strings(cloud.id) ?? [] {
          names.append((cloud.id, RequestText.words(phrase)))
        }
        products += node.strings("products").map { (cloud.id, RequestText.words($0)) }
        ambiguous.formUnion(node.strings("ambiguous").map { RequestText.words($0) })
      }
      guard let data = cloud.contents(of: .regions) else { continue }
      let node = try HandbookData.node(
        String(decoding: data, as: UTF8.self), file: "\(cloud.id)/regions.yaml")
      for code in node.keys {
        regions += ([code] + node.strings(code)).map { (cloud.id, RequestText.words($0)) }
      }
    }
    named = Set(names.map(\.cloud))
    let clouds = Dictionary(grouping: products + regions, by: \.words).mapValues {
      Set($0.map(\.cloud)).count
    }
    signs =
      names.map {
        Sign(words: $0.words, cloud: $0.cloud, weight: ambiguous.contains($0.words) ? .shared : .name)
      }
      + products.map {
        let isShared = ambiguous.contains($0.words) || clouds[$0.words, default: 0] > 1
        return Sign(words: $0.words, cloud: $0.cloud, weight: isShared ? .shared : .product)
      }
      + regions.filter { clouds[$0.words] == 1 }.map {
        Sign(words: $0.words, cloud: $0.cloud, weight: .region)
      }
    denial = try Lexicon.denial()
  }

  /// The words of clouds besides one, with the cloud of each.
  func others(than cloud: Cloud) -> [(words: [String], cloud: String)] {
    signs.filter { $0.cloud != cloud.id && ($0.weight == .product || $0.weight == .name) }
      .map { ($0.words, $0.cloud) }
  }

  /// The cloud that most says it is of; the one that is meant where nothing names one, where nothing does or where it is
  /// named as much as another.
  func cloud(of text: String) -> Cloud {
    let catalog = CloudCatalog.current
    let request = RequestText(text)
    let normals = request.tokens.map(\.normal)
    var found: [String: [Int: Int]] = [:]
    for sign in signs {
      for start in normals.indices where normals[start...].starts(with: sign.words) {
        guard !isDenied(start, in: request) else { continue }
        found[sign.cloud, default: [:]][start] = max(found[sign.cloud]?[start] ?? 0, sign.weight.rawValue)
      }
    }
    let sums = found.mapValues { places in
      // One name says as much as ten products.
      (places.values.max() ?? 0, places.values.reduce(0, +))
    }
    guard let most = sums.values.max(by: <) else { return catalog.main }
    let best = sums.filter { $0.value == most }.keys.sorted()
    if best.contains(catalog.main.id) { return catalog.main }
    let first = best.min { (found[$0]?.keys.min() ?? 0) < (found[$1]?.keys.min() ?? 0) }
    return first.flatMap { catalog[$0] } ?? catalog.main
  }

  /// "not on AWS", "instead of AWS", "away from AWS".
  private func isDenied(_ start: Int, in request: RequestText) -> Bool {
    let clause = request.tokens[start].clause
    let before = request.tokens[max(0, start - 3)..<start].filter { $0.clause == clause }.map(\.normal)
    return before.last == "from"
      || denial.words.contains { words in
        before.indices.contains { at in
          before[at...].starts(with: words)
            && before[(at + words.count)...].allSatisfy {
              denial.fillers.contains($0) || $0 == "on" || $0 == "in"
            }
        }
      }
  }
}
