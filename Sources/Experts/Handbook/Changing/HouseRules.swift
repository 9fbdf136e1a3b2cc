import Basics
import Changes
import Experts
import HCL
import Vocabulary

/// Has what a change adds keep the rules that a new configuration is held to, where a rule's remedy touches nothing that was there.
struct HouseRules {
  /// The files after the change, and what was done beside it.
  struct Result {
    var files: [Artifact]
    /// Addresses of blocks that remedies added.
    var added: Set<String>
    /// What remedies changed, a sentence each.
    var steps: [String]
  }

  let workbench: any Workbench

  /// A remedy may bring the next finding to light, but not without end.
  private static let rounds = 8

  func applied(to reading: ChangeReading, base: [Artifact]) throws(ExpertError) -> Result {
    var result = Result(files: try Self.applied(reading.changes, to: base), added: [], steps: [])
    let before = BlockTexts(base.texts(of: .openTofu)).texts
    let new = reading.touched.filter { before[$0] == nil }
    guard !new.isEmpty else { return result }
    var tried: Set<String> = []
    for _ in 0..<Self.rounds {
      let findings = workbench.examine(result.files, brief: Brief(title: "", requirements: [])).findings
      let open = findings.first { finding in
        finding.outcome == .fail && !tried.contains(finding.id)
          && (new.contains(finding.address) || result.added.contains(finding.address))
      }
      guard let open else { break }
      tried.insert(open.id)
      guard let remedied = workbench.remedy(open, in: result.files) else { continue }
      let (old, now) = (
        BlockTexts(result.files.texts(of: .openTofu)).texts,
        BlockTexts(remedied.files.texts(of: .openTofu)).texts
      )
      let changed = Set(old.keys.filter { old[$0] != now[$0] })
      guard changed.isSubset(of: new.union(result.added)) else { continue }
      result.files = remedied.files
      result.added.formUnion(now.keys.filter { old[$0] == nil })
      result.steps.append("\(open.address): \(remedied.change)")
    }
    result.files = result.files.map { file in
      let before = base.first { $0.path == file.path }?.content ?? ""
      return Artifact(path: file.path, content: KeptLayout(before).applied(to: file.content))
    }
    return result
  }

  static func applied(_ changes: [Change], to base: [Artifact]) throws(ExpertError) -> [Artifact] {
    do {
      return try ChangeApplication(base).applying(changes)
    } catch {
      throw ExpertError(.failed, summary: error.summary, detail: error.detail)
    }
  }
}
