import Basics
import Policies
import ResourceGraph
import Vocabulary

/// Works out the changes that make rules pass, and keeps those that do.
struct RemedyPatches {
  private let pack: PolicyPack
  private let application: RemedyApplication
  private let sources: [SourceGraph]

  init(_ pack: PolicyPack, sources: [SourceGraph]) {
    self.pack = pack
    application = RemedyApplication(pack)
    self.sources = sources.filter { !$0.isCluster && !$0.texts.isEmpty }
  }

  /// The change for one finding alone, as a unified difference; nil where its rule has none, where a person has to decide how,
  /// or where the rule would not pass with it.
  func patch(for finding: Finding) -> String? {
    guard let source = source(of: finding), let changed = changed(source.texts, for: finding) else {
      return nil
    }
    return Self.difference(source.texts, after: changed)
  }

  /// The changes for all findings together, one made on top of the other.
  func patch(for findings: [Finding]) -> String {
    sources.map { source in
      let own = findings.filter { source.graph[$0.address] != nil }
      let after = own.reduce(source.texts) { texts, finding in changed(texts, for: finding) ?? texts }
      return Self.difference(source.texts, after: after)
    }.joined()
  }

  private func source(of finding: Finding) -> SourceGraph? {
    sources.first { $0.graph[finding.address] != nil }
  }

  private func changed(_ texts: [String: String], for finding: Finding) -> [String: String]? {
    guard application.canApply(finding), let rule = pack[finding.rule] else { return nil }
    let changed: [String: String]
    do throws(Diagnostic) {
      changed = try application.apply(finding, to: texts)
    } catch {
      // What cannot be changed by itself is a person's, and listed as such.
      return nil
    }
    let graph = ResourceGraph(files: changed)
    guard let resource = graph[finding.address], case .pass = rule.outcome(on: resource, in: graph) else {
      return nil
    }
    return changed
  }

  private static func difference(_ before: [String: String], after: [String: String]) -> String {
    after.filter { before[$0.key] != $0.value }.sorted { $0.key < $1.key }
      .map { LineDiff.unified(before[$0.key] ?? "", after: $0.value, file: $0.key) }.joined()
  }
}
