import Basics
import Foundation
import ManifestSchemas
import Manifests
import Pipelines
import Reporting

/// Checks objects of Kubernetes in files, and names the files beside them that are something else.
struct ManifestFolderCheck {
  /// Texts by path, as messages name them.
  let texts: [String: String]
  /// Folders below with configuration of OpenTofu, which is checked by itself.
  private var configurations: [String] = []
  private let validator: ManifestValidator
  private let pipelines: PipelineValidator

  /// - Throws: where the files that come with the program are broken.
  init(texts: [String: String], kinds: KindShelf) throws {
    self.texts = texts
    validator = try ManifestValidator(kinds)
    pipelines = try PipelineValidator()
  }

  /// Every YAML file of a folder and the folders in it.
  /// - Throws: `Diagnostic` for a file that cannot be read.
  init(folder: String, kinds: KindShelf) throws {
    let place = RelativePath.normalized(folder)
    let prefix = place == "." ? "" : "\(place)/"
    try self.init(
      texts: SourceFile.yamlTexts(in: folder, prefix: prefix, code: "check.unreadable"), kinds: kinds)
    configurations = SourceFile.configurationFolders(in: folder).map { prefix + $0 }
  }

  var isEmpty: Bool { texts.isEmpty }

  /// Whether a text without a name is of objects rather than of configuration.
  static func looksLikeManifest(_ text: String) -> Bool {
    text.split(separator: "\n", maxSplits: 200).contains {
      $0.hasPrefix("apiVersion:") || $0.hasPrefix("- apiVersion:")
    }
  }

  private func pipeline(_ text: String, of system: PipelineSystem, file: String) -> PipelineVerdict {
    do {
      return pipelines.validate(
        try PipelineFile(system: system, path: file, text: text), siblings: Set(texts.keys))
    } catch {
      return PipelineVerdict(diagnostics: [error])
    }
  }

  func report(_ path: String) -> CheckReport {
    var faults: [Diagnostic] = []
    var manifests: [Manifest] = []
    var unchecked = configurations.map { "\($0) (configuration; `consilium check \($0)` looks at it)" }
    for (file, text) in texts.sorted(by: { $0.key < $1.key }) {
      if let system = PipelineSystem(path: file) {
        let verdict = pipeline(text, of: system, file: file)
        faults += verdict.diagnostics
        unchecked += verdict.unchecked
        continue
      }
      if let reason = OtherYAML.reason(file: file, text: text) {
        unchecked.append("\(file) (\(reason))")
        continue
      }
      let read = ManifestReader.read(text, file: file, isForeign: true)
      faults += read.diagnostics
      manifests += read.manifests
      if read.manifests.isEmpty, read.diagnostics.isEmpty {
        unchecked.append("\(file) (there is no object in it)")
      }
    }
    faults += ManifestCheck.check(manifests)
    let verdict = validator.validate(manifests)
    let relations = ManifestRelations.check(manifests)
    faults += verdict.diagnostics + relations.diagnostics
    unchecked += verdict.unchecked.sorted()
    var report = CheckReport(
      path: path,
      verdict: faults.contains { $0.level == .error } ? .invalid : unchecked.isEmpty ? .valid : .notChecked,
      checked: verdict.checked.sorted(), unchecked: unchecked,
      findings: faults.map { CheckReport.Finding($0) })
    report.outside = relations.outside.sorted()
    return report
  }
}
