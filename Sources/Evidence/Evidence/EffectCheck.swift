import Basics
import Clouds
import Effects
import Vocabulary

/// Finds what a draft would run, ask, fetch or read besides its resources. A draft needs none of it, so each is a finding
/// that nobody out-votes.
struct EffectCheck {
  let files: [Artifact]

  func findings() -> [Finding] {
    let texts = Dictionary(
      files.filter { $0.kind == ArtifactFormat.openTofu.kind }.map { ($0.path, $0.content) },
      uniquingKeysWith: { first, _ in first })
    return EffectScan(files: texts, sources: ProviderSources(CloudCatalog.current.providerSources)).effects()
      // What does not parse is said by the stage that reads it.
      .filter { $0.kind != .unread }
      .map { effect in
        Finding(
          rule: Finding.Rule.effect + effect.kind.rawValue, severity: .critical, category: .security,
          address: effect.address,
          range: SourceRange(
            file: effect.file, start: SourcePosition(offset: 0, line: effect.line, column: 1)),
          summary: "More than resources",
          evidence: "\(effect.kind.title): \(effect.text.prefix(200))",
          remedy: "Leave it out: a draft describes resources and nothing else.")
      }
  }
}
