import Evidence
import Vocabulary

/// An answer with one thing changed, and what the claim it was changed for has to become.
struct Mutant {
  let requirement: Requirement
  /// What was changed, in a few words.
  let change: String
  let files: [Artifact]
  /// Whether the change takes away what was asked; else it says the same in another way.
  let breaks: Bool

  /// Nil where the claim is decided as the change demands, else what it was decided as.
  func fault(in brief: Brief) -> Coverage? {
    var own = brief
    own.requirements = [requirement]
    guard let found = OfflineChecks.coverage(of: files, brief: own).first else { return nil }
    return (found.status == .met) == breaks ? found : nil
  }
}
