import Basics
import Foundation
import HCL
import Repair
import ResourceGraph
import Validation

extension Table {
  /// What `check --fix` makes of what is invalid: recorded answers, and the folders of a person. An edit that loses something is
  /// not made, so that no setting may be gone afterwards.
  /// - Parameters:
  ///   - sample: how many are given to the real tool before and after; 0 for none.
  ///   - folders: a folder of configurations.
  func measureRepairs(
    _ corpora: Corpora, _ tool: RealTerraform?, sample: Int, folders: String?, listsLeft: Bool
  ) throws {
    let answers = try corpora.runs().flatMap { run in
      run.answers.filter { !$0.validates && !$0.lacksPlugin }.map {
        ("\(run.name) \($0.id)", $0.configuration)
      }
    }
    for half in CorpusHalf.allCases {
      let own = answers.filter { CorpusHalf(of: $0.0) == half }
      try measure(
        own.map { ($0.0, ["main.tf": $0.1]) }, "recorded answers, \(half.rawValue)", tool, sample, listsLeft)
    }
    guard let folders else { return }
    let tree = try ConfigurationTree(URL(filePath: folders))
    let all = tree.folders.map { folder in
      (folder, tree.sources(of: folder).files.filter { ConfigurationTree.folder(of: $0.key) == folder })
    }
    try measure(all, folders, nil, 0, listsLeft)
  }

  private func measure(
    _ configurations: [(String, [String: String])], _ name: String, _ tool: RealTerraform?, _ sample: Int,
    _ listsLeft: Bool
  ) throws {
    let validator = ConfigurationValidator()
    let repair = ConfigurationRepair(validator, keepsMeaning: true)
    var (invalid, mended, edited, lost, changed) = (0, 0, 0, 0, 0)
    var pairs: [(before: String, after: String)] = []
    for (place, files) in configurations {
      let report = validator.validate(files: files)
      guard report.verdict == .invalid else { continue }
      invalid += 1
      let result = repair.repair(files)
      if result.report.verdict != .invalid { mended += 1 }
      guard !result.steps.isEmpty else { continue }
      edited += 1
      for (path, before) in files {
        let after = result.files[path] ?? before
        let settings = SettingsLost(before: before, after: after)
        lost += settings.lost.count
        changed += settings.changed
        if listsLeft { for one in settings.lost { note("lost in \(place): \(one)") } }
        if files.count == 1 { pairs.append((before, after)) }
      }
    }
    row("--fix, \(name): no longer invalid", share(mended, invalid))
    row("settings lost by \(edited) repairs", "\(lost)", goal: "0")
    note("\(changed) settings have another value: a name, a type or a form that the provider takes")
    guard let tool, tool.validates, sample > 0 else { return }
    let stride = max(pairs.count / sample, 1)
    let chosen = pairs.enumerated().filter { $0.offset % stride == 0 }.map(\.element)
    let before = try chosen.count { try tool.problem($0.before) == nil }
    let after = try chosen.count { try tool.problem($0.after) == nil }
    row(
      "valid to the real tool", "\(share(before, chosen.count)) before, \(share(after, chosen.count)) after")
  }
}
