import Basics
import HCL
import Validation
import Repair
import Manifests
import Policies
import StrictYAML
import Vocabulary

extension OfflineChecks {
  /// The files with the remedy of the finding's rule applied and a sentence on what changed; nil where the rule has
  /// no remedy, or where it cannot be applied to these files.
  package func remedy(_ finding: Finding, in files: [Artifact]) -> (files: [Artifact], change: String)? {
    let remedies = RemedyApplication(policies)
    guard remedies.canApply(finding) else { return nil }
    let isManifest = files.contains { $0.kind == .kubernetes && $0.path == finding.range?.file }
    do {
      let changed =
        isManifest ? try manifest(finding, remedies, files) : try configuration(finding, remedies, files)
      guard let changed, changed != files else { return nil }
      return (changed, finding.remedy)
    } catch {
      return nil
    }
  }

  private func configuration(
    _ finding: Finding, _ remedies: RemedyApplication, _ files: [Artifact]
  ) throws -> [Artifact]? {
    let texts = Dictionary(
      files.filter { $0.kind == .opentofu }.map { ($0.path, $0.content) },
      uniquingKeysWith: { first, _ in first })
    let changed = try remedies.apply(finding, to: texts)
    let known = Set(files.map(\.path))
    let added = changed.keys.filter { !known.contains($0) }.sorted().map {
      Artifact(path: $0, content: changed[$0] ?? "")
    }
    return files.map { Artifact(path: $0.path, content: changed[$0.path] ?? $0.content) } + added
  }

  /// A manifest file is printed anew with the changed object in its place.
  private func manifest(
    _ finding: Finding, _ remedies: RemedyApplication, _ files: [Artifact]
  ) throws -> [Artifact]? {
    guard let index = files.firstIndex(where: { $0.path == finding.range?.file }) else { return nil }
    let read = ManifestReader.read(files[index].content, file: files[index].path)
    guard read.diagnostics.isEmpty else { return nil }
    var documents: [JSONValue] = []
    for manifest in read.manifests {
      guard manifest.address == finding.address else {
        documents.append(manifest.content)
        continue
      }
      guard let changed = JSONValue(try remedies.apply(finding, to: Value(manifest.content))) else {
        return nil
      }
      documents.append(changed.ordered(like: manifest.content))
    }
    var changed = files
    changed[index].content = YAMLPrinter.print(documents: documents)
    return changed
  }

  /// The configuration files with everything mended that the schema makes certain, and each step with its place.
  package static func repaired(_ files: [Artifact]) -> (files: [Artifact], steps: [String]) {
    let texts = Dictionary(
      files.filter { $0.kind == .opentofu }.map { ($0.path, $0.content) },
      uniquingKeysWith: { first, _ in first })
    guard ConfigurationValidator.builtIn().validate(files: texts).verdict == .invalid else {
      return (files, [])
    }
    let repair = ConfigurationRepair.builtIn().repair(texts)
    let mended = files.map { Artifact(path: $0.path, content: repair.files[$0.path] ?? $0.content) }
    let known = Set(files.map(\.path))
    let added = repair.files.filter { !known.contains($0.key) }.sorted { $0.key < $1.key }
      .map { Artifact(path: $0.key, content: $0.value) }
    return (formatted(mended + added), repair.steps.map { "\($0.range): \($0.reason)" })
  }

  /// The files as `tofu fmt` prints them; what cannot be parsed stays as it is.
  package static func formatted(_ files: [Artifact]) -> [Artifact] {
    files.map { file in
      guard file.kind == .opentofu, file.path.hasSuffix(".tf"), let text = HCLFormatter.format(file.content)
      else {
        return file
      }
      return Artifact(path: file.path, content: text)
    }
  }
}
