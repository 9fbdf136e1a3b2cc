import Clouds
import Experts
import Synchronization

/// Which cloud a request speaks of: by the clouds' names, the names of their products, and the names of their regions.
struct CloudChoice: Sendable {
  /// The clouds that words of a lexicon name.
  let named: Set<String>
  /// By first word.
  private let signs: [String: [CloudSign]]
  /// Words for things that begin with a product's name: "S3 bucket" is nothing of another cloud's buckets.
  private let things: [CloudSign]
  private let denial: Lexicon.Denial

  private static let loaded = Mutex<(choice: CloudChoice, generation: Int)?>(nil)

  /// - Throws: `ExpertError` where the files of a pack cannot be read.
  static func shared() throws(ExpertError) -> CloudChoice {
    let generation = CloudCatalog.generation
    if let known = loaded.withLock({ $0 }), known.generation == generation { return known.choice }
    let choice = try CloudChoice()
    loaded.withLock { $0 = (choice, generation) }
    return choice
  }

  private init() throws(ExpertError) {
    var all: [CloudSign] = []
    var phrases: [CloudSign] = []
    for cloud in CloudCatalog.current.clouds where !cloud.isForManifests {
      let nodes = try HandbookData.lexicon(of: cloud)
      all += try Self.signs(of: cloud, lexicon: nodes)
      for phrase in nodes.flatMap({ $0.list("components") }).flatMap({ $0.strings("phrases") }) {
        phrases.append(CloudSign(words: RequestText.words(phrase), cloud: cloud.id, weight: .product))
      }
    }
    var clouds: [[String]: Set<String>] = [:]
    for sign in all { clouds[sign.words, default: []].insert(sign.cloud) }
    for index in all.indices where clouds[all[index].words, default: []].count > 1 {
      // What several clouds call alike says little, and a place that is in several says nothing.
      all[index].weight = all[index].weight == .region ? .region : min(all[index].weight, .shared)
    }
    all.removeAll { $0.words.isEmpty || $0.weight == .region && clouds[$0.words, default: []].count > 1 }
    named = Set(all.filter { $0.weight == .name }.map(\.cloud))
    signs = Dictionary(grouping: all) { $0.words[0] }
    let products = Dictionary(grouping: all.filter { $0.weight == .product }, by: \.cloud).mapValues {
      Set($0.map(\.words))
    }
    things = phrases.filter { sign in
      sign.words.indices.dropFirst().contains {
        products[sign.cloud]?.contains(Array(sign.words[..<$0])) == true
      }
    }
    denial = try Lexicon.denial()
  }

  private static func signs(of cloud: Cloud, lexicon: [DataNode]) throws(ExpertError) -> [CloudSign] {
    var found: [CloudSign] = []
    func add(_ phrases: [String], as weight: CloudSign.Weight) {
      found += phrases.map { CloudSign(words: RequestText.words($0), cloud: cloud.id, weight: weight) }
    }
    for node in lexicon {
      let ambiguous = Set(node.strings("ambiguous"))
      let names = node.child("clouds")?.strings(cloud.id) ?? []
      let products = node.strings("products").filter { !names.contains($0) }
      add(names.filter { !ambiguous.contains($0) }, as: .name)
      add(products.filter { !ambiguous.contains($0) }, as: .product)
      add((names + products).filter(ambiguous.contains), as: .shared)
    }
    if let data = cloud.contents(of: .regions) {
      let text = String(decoding: data, as: UTF8.self)
      let node = try HandbookData.node(text, file: "\(cloud.id)/regions.yaml")
      for code in node.keys { add([code] + node.strings(code), as: .region) }
    }
    return found
  }

  /// The words of clouds besides one, with the cloud of each; in the order of the words.
  func others(than cloud: Cloud) -> [CloudSign] {
    let all = signs.values.flatMap { $0 }
    let others = (all + things).filter { $0.cloud != cloud.id && $0.weight >= .product }
    return others.sorted { $0.words.lexicographicallyPrecedes($1.words) }
  }

  /// The cloud that most says it is of; the one that is meant where nothing names one, where nothing does or where it is
  /// named as much as another.
  func cloud(of text: String) -> Cloud {
    let catalog = CloudCatalog.current
    let votes = votes(in: RequestText(text))
    guard let most = votes.map(\.weights).max(by: Self.isLess) else { return catalog.main }
    let best = votes.filter { $0.weights == most }
    if best.contains(where: { $0.cloud == catalog.main.id }) { return catalog.main }
    return best.min { $0.first < $1.first }.flatMap { catalog[$0.cloud] } ?? catalog.main
  }

  private struct Vote {
    var cloud: String
    /// The greatest first: one name says more than ten products.
    var weights: [Int]
    var first: Int
  }

  private static func isLess(_ left: [Int], right: [Int]) -> Bool { left.lexicographicallyPrecedes(right) }

  private func votes(in request: RequestText) -> [Vote] {
    let normals = request.tokens.map(\.normal)
    var found: [String: [Int: Int]] = [:]
    for start in normals.indices {
      for sign in signs[normals[start]] ?? [] where normals[start...].starts(with: sign.words) {
        guard !isDenied(start, in: request) else { continue }
        let known = found[sign.cloud]?[start] ?? 0
        found[sign.cloud, default: [:]][start] = max(known, sign.weight.rawValue)
      }
    }
    return found.map { cloud, places in
      Vote(cloud: cloud, weights: places.values.sorted(by: >), first: places.keys.min() ?? 0)
    }
  }

  /// "not on AWS", "instead of AWS", "away from AWS".
  private func isDenied(_ start: Int, in request: RequestText) -> Bool {
    let clause = request.tokens[start].clause
    let before = request.tokens[max(0, start - 3)..<start].filter { $0.clause == clause }.map(\.normal)
    if before.last == "from" { return true }
    return before.indices.contains { at in
      denial.words.contains { words in
        guard before[at...].starts(with: words) else { return false }
        return before[(at + words.count)...].allSatisfy { isPlain($0) }
      }
    }
  }

  private func isPlain(_ word: String) -> Bool {
    denial.fillers.contains(word) || ["on", "in", "with"].contains(word)
  }
}
