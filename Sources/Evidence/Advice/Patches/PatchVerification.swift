import Basics
import HCL
import ProviderSchemas
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
    let units = Dictionary(grouping: code.files.keys) {
      CodeBase.isHCL($0) ? code.folders[$0] ?? "" : "manifest \($0)"
    }
    for files in units.values {
      let names = Set(files)
      let concerned = taken.filter { $0.draft.texts.keys.contains { names.contains($0.file) } }
      guard !concerned.isEmpty else { continue }
      let known = Set(errors(files, texts: [:]).map(\.key))
      func fault(_ texts: [CodeSlice: String]) -> String? {
        errors(files, texts: texts).first { !known.contains($0.key) }?.text
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

  /// Errors without their place, which a patch moves.
  private func errors(_ files: [String], texts: [CodeSlice: String]) -> [(key: String, text: String)] {
    let contents = Dictionary(uniqueKeysWithValues: files.map { ($0, code.text(of: $0, replacing: texts)) })
    return diagnostics(contents).filter { $0.level == .error }.map { diagnostic in
      (
        "\(diagnostic.code) \(diagnostic.summary) \(diagnostic.detail) \(diagnostic.address ?? "")",
        "\(diagnostic)"
      )
    }
  }

  private func diagnostics(_ contents: [String: String]) -> [Diagnostic] {
    let hcl = contents.filter { CodeBase.isHCL($0.key) }
    if !hcl.isEmpty { return ConfigurationValidator(shelf: schemas).validate(files: hcl).diagnostics }
    return contents.flatMap { path, text in
      let read = ManifestReader.read(text, file: path)
      return read.diagnostics + ManifestCheck.check(read.manifests)
    }
  }
}
