import Basics
import HCL
import ProviderSchemas
import ResourceGraph
import Validation
import Manifests
import Vocabulary

/// Reads the code with all patches in place, as the validator reads it, and finds the patches that broke something.
struct PatchVerification {
  let code: CodeBase
  let schemas: SchemaShelf

  /// Patches that cannot stay, by fingerprint, with what was wrong.
  func failures(_ taken: [(fingerprint: String, draft: PatchWriter.Draft)]) -> [String: String] {
    guard !taken.isEmpty else { return [:] }
    var failures: [String: String] = [:]
    for unit in units() {
      let concerned = taken.filter { $0.draft.texts.keys.contains { unit.files.contains($0.file) } }
      guard !concerned.isEmpty else { continue }
      let known = Set(errors(unit, texts: [:]).map(\.key))
      func fault(_ texts: [CodeSlice: String]) -> String? {
        errors(unit, texts: texts).first { !known.contains($0.key) }?.text
      }
      var all: [CodeSlice: String] = [:]
      for patch in concerned { all.merge(patch.draft.texts) { $1 } }
      guard fault(all) != nil else { continue }
      // Something broke: one after the other shows which.
      var sound: [CodeSlice: String] = [:]
      for patch in concerned {
        let with = sound.merging(patch.draft.texts) { $1 }
        if let fault = fault(with) { failures[patch.fingerprint] = fault } else { sound = with }
      }
    }
    return failures
  }

  /// What is read together: a configuration, or one file of manifests.
  private struct Unit {
    var files: Set<String>
    var sources: ConfigurationSources?
  }

  private func units() -> [Unit] {
    let configurations = code.configurations.map { one in
      Unit(
        files: Set(one.sources.files.keys).union(one.values.map(\.path)), sources: one.sources)
    }
    return configurations
      + code.files.keys.filter { !CodeBase.isHCL($0) }.sorted().map { Unit(files: [$0], sources: nil) }
  }

  /// Errors without their place, which a patch moves.
  private func errors(_ unit: Unit, texts: [CodeSlice: String]) -> [(key: String, text: String)] {
    diagnostics(unit, texts: texts).filter { $0.level == .error }.map { diagnostic in
      (
        "\(diagnostic.code) \(diagnostic.summary) \(diagnostic.detail) \(diagnostic.address ?? "")",
        "\(diagnostic)"
      )
    }
  }

  private func diagnostics(_ unit: Unit, texts: [CodeSlice: String]) -> [Diagnostic] {
    let changed = Set(texts.keys.map(\.file))
    if var sources = unit.sources {
      for file in changed where sources.files[file] != nil {
        sources.files[file] = code.text(of: file, replacing: texts)
      }
      return ConfigurationValidator(shelf: schemas).validate(sources).diagnostics
    }
    return unit.files.flatMap { path in
      let read = ManifestReader.read(code.text(of: path, replacing: texts), file: path)
      return read.diagnostics + ManifestCheck.check(read.manifests)
    }
  }
}
