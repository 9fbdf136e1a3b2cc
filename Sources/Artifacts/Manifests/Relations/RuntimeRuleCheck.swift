import Basics
import FalcoRules

/// Rules of Falco that an object carries in an entry.
struct RuntimeRuleCheck {
  private let manifest: Manifest
  private let texts: [(text: String, path: FieldPath)]

  /// Nil for what carries none.
  init?(_ manifest: Manifest) {
    guard manifest.kind == "ConfigMap" else { return nil }
    self.manifest = manifest
    texts = (manifest.content["data"]?.object ?? []).compactMap { entry in
      guard let text = entry.value.string, FalcoRuleCheck.isRules(text) else { return nil }
      return (text, FieldPath([.key("data"), .key(entry.key)]))
    }
    guard !texts.isEmpty else { return nil }
  }

  /// What is wrong, and what other files and plugins have to bring.
  var verdict: ManifestRelations.Verdict {
    var verdict = ManifestRelations.Verdict()
    do {
      let check = try FalcoRuleCheck()
      for (text, path) in texts {
        let found = check.check(text, file: manifest.range.file)
        verdict.diagnostics += found.diagnostics.map {
          manifest.diagnostic("falco", summary: $0.summary, detail: $0.detail, path: path)
        }
        verdict.outside.formUnion(found.unchecked.map { "\($0) of Falco (named by \(manifest.address))" })
      }
    } catch {
      verdict.diagnostics.append(
        manifest.diagnostic("falco", summary: error.summary, detail: error.detail, path: FieldPath()))
    }
    return verdict
  }
}
