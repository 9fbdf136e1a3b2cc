import HCL
import Vocabulary

/// Decides whether what a request does not speak of is as it was: block by block, whatever their layout.
package struct UnchangedCheck {
  let files: [Artifact]
  let kept: [String: String]
  let mayAppear: [String]

  /// The requirements of a brief that ask for what is there to stay as it is, decided on the files.
  package static func coverage(of brief: Brief, files: [Artifact]) -> [Coverage] {
    brief.requirements.compactMap { requirement in
      guard let check = requirement.check, let kept = check.kept else { return nil }
      return UnchangedCheck(files: files, kept: kept, mayAppear: check.mayAppear ?? []).coverage(
        of: requirement.id)
    }
  }

  func coverage(of requirement: String) -> Coverage {
    let now = BlockTexts(files.texts(of: .openTofu)).digests
    if let gone = kept.keys.sorted().first(where: { now[$0] == nil }) {
      return Coverage(
        requirement: requirement, status: .unmet, evidence: [gone],
        reason: "\(gone) is gone, and the request does not ask for it.")
    }
    if let changed = kept.keys.sorted().first(where: { now[$0] != kept[$0] }) {
      return Coverage(
        requirement: requirement, status: .unmet, evidence: [changed],
        reason: "\(changed) is another, and the request does not ask for it.")
    }
    let added = now.keys.filter { kept[$0] == nil && !mayAppear.contains($0) && !$0.hasPrefix("moved") }
      .sorted()
    if let first = added.first {
      return Coverage(
        requirement: requirement, status: .unmet, evidence: [first],
        reason: "\(first) was added, and the request does not ask for it.")
    }
    return Coverage(
      requirement: requirement, status: .met,
      reason: "\(kept.count) other blocks are as they were, word for word.")
  }
}
