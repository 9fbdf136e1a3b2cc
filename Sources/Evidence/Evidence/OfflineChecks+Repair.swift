import Basics
import Policies
import Vocabulary

extension OfflineChecks {
  /// The files with the remedy of the finding's rule applied and a sentence on what changed; nil where the rule has
  /// no remedy, or where it cannot be applied to these files.
  package func remedy(_ finding: Finding, in files: [Artifact]) -> (files: [Artifact], change: String)? {
    let application = RemedyApplication(policies)
    guard application.canApply(finding) else { return nil }
    let named = files.first { $0.path == finding.range?.file }?.kind
    guard let kind = named.flatMap(ArtifactKinds.of) ?? ArtifactKinds.all.first else { return nil }
    do {
      let own = files.of(kind.format)
      let remedy = RemedyOfFinding(finding: finding, application: application)
      guard let changed = try kind.applying(remedy, to: own), changed != own else { return nil }
      return (files.replacing(changed), finding.remedy)
    } catch {
      return nil
    }
  }

  /// The files with everything put right that is certain, and each step with its place.
  package static func repaired(_ files: [Artifact]) -> (files: [Artifact], steps: [String]) {
    var result = files
    var steps: [String] = []
    for kind in ArtifactKinds.all {
      let repair = kind.repaired(files.of(kind.format))
      guard !repair.steps.isEmpty else { continue }
      result = result.replacing(repair.files)
      steps += repair.steps
    }
    return (result, steps)
  }

  /// The files as their tools print them; what cannot be parsed stays as it is.
  package static func formatted(_ files: [Artifact]) -> [Artifact] {
    files.map { ArtifactKinds.of($0.kind)?.formatted($0) ?? $0 }
  }
}
