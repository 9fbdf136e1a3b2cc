import Basics
import Foundation
import HCL
import ProviderSchemas
import ResourceGraph
import Validation

extension Table {
  private struct Tally {
    private(set) var planted = 0
    private(set) var found = 0

    mutating func add(_ isFound: Bool) {
      planted += 1
      if isFound { found += 1 }
    }
  }

  /// Mistakes planted into what is not wrong: into reference solutions and fixtures of the corpora, and into the folders of a
  /// person. Each is found where the verdict becomes *invalid*.
  /// - Parameter folders: a folder of configurations; nil for those of the corpora only.
  func measureMistakes(_ corpora: Corpora, folders: String?, listsLeft: Bool) throws {
    let references = try corpora.namedReferences().map { name, text in
      (name, ConfigurationSources(files: ["main.tf": text]))
    }
    for half in CorpusHalf.allCases {
      measure(
        references.filter { CorpusHalf(of: $0.0) == half }, "reference solutions, \(half.rawValue)", listsLeft
      )
    }
    for (cloud, place) in [
      ("azure", "policy/checkov-resource/azure"), ("google", "policy/checkov-resource/gcp"),
      ("azure", "cost/infracost-azure"), ("google", "cost/infracost-google"),
    ] {
      try measure(in: corpora.root.appending(path: place), "\(cloud), \(place)", listsLeft)
    }
    if let folders { try measure(in: URL(filePath: folders), folders, listsLeft) }
  }

  private func measure(in root: URL, _ name: String, _ listsLeft: Bool) throws {
    let tree = try ConfigurationTree(root)
    measure(tree.folders.map { ($0, tree.sources(of: $0)) }, name, listsLeft)
  }

  /// Configurations for whose versions of providers no schema is here are counted apart: of these only what the language itself
  /// refuses can be found.
  private func measure(_ configurations: [(String, ConfigurationSources)], _ name: String, _ listsLeft: Bool)
  {
    let validator = ConfigurationValidator()
    var open: [(String, ConfigurationSources)] = []
    var decided: [(String, ConfigurationSources)] = []
    var refused = 0
    for (folder, sources) in configurations {
      let before = validator.validate(sources)
      if before.verdict == .invalid {
        refused += 1
        if listsLeft, let first = before.diagnostics.first(where: { $0.level == .error }) {
          note("refused \(folder): \("\(first)".prefix(220))")
        }
      } else if before.unchecked.contains(where: { $0.contains("(needs ") }) {
        open.append((folder, sources))
      } else {
        decided.append((folder, sources))
      }
    }
    count(decided, "mistakes found, \(name)", goal: "95 %", listsLeft)
    if !open.isEmpty { count(open, "the same without a schema of their version", goal: "", false) }
    note("\(refused) configurations are refused as they are")
  }

  private func count(
    _ configurations: [(String, ConfigurationSources)], _ name: String, goal: String, _ listsLeft: Bool
  ) {
    let validator = ConfigurationValidator()
    var tallies: [MistakeKind: Tally] = [:]
    var all = Tally()
    for (folder, sources) in configurations {
      for mistake in MistakePlanter(folder, sources).mistakes {
        var changed = sources
        changed.files[mistake.path] = mistake.text
        let isFound = validator.validate(changed).verdict == .invalid
        tallies[mistake.kind, default: Tally()].add(isFound)
        all.add(isFound)
        if !isFound, listsLeft { note("not found: \(mistake.kind.rawValue), \(folder), \(mistake.place)") }
      }
    }
    row(name, "\(share(all.found, all.planted)) in \(configurations.count) configurations", goal: goal)
    for kind in MistakeKind.allCases {
      if let tally = tallies[kind] { note("\(kind.rawValue): \(share(tally.found, tally.planted))") }
    }
  }
}
