import Basics
import Foundation
import Manifests
import Reporting

/// Checks objects of Kubernetes in files, and names the files beside them that are something else.
struct ManifestFolderCheck {
  /// Texts by path, as messages name them.
  let texts: [String: String]

  init(texts: [String: String]) {
    self.texts = texts
  }

  /// Every YAML file of a folder and the folders in it.
  /// - Throws: `Diagnostic` for a file that cannot be read.
  init(folder: String) throws(Diagnostic) {
    let place = RelativePath.normalized(folder)
    texts = try SourceFile.yamlTexts(
      in: folder, prefix: place == "." ? "" : "\(place)/", code: "check.unreadable")
  }

  var isEmpty: Bool { texts.isEmpty }

  /// Whether a text without a name is of objects rather than of configuration.
  static func looksLikeManifest(_ text: String) -> Bool {
    text.split(separator: "\n", maxSplits: 200).contains {
      $0.hasPrefix("apiVersion:") || $0.hasPrefix("- apiVersion:")
    }
  }

  func report(_ path: String) -> CheckReport {
    var faults: [Diagnostic] = []
    var manifests: [Manifest] = []
    var unchecked: [String] = []
    for (file, text) in texts.sorted(by: { $0.key < $1.key }) {
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
    if !manifests.isEmpty {
      let kinds = Set(manifests.map { "\($0.apiVersion)/\($0.kind)" }).sorted().joined(separator: ", ")
      unchecked.append("the fields of \(kinds) (no schema of the cluster's API is here)")
    }
    return CheckReport(
      path: path, verdict: faults.isEmpty ? .notChecked : .invalid, checked: [], unchecked: unchecked,
      findings: faults.map { CheckReport.Finding($0) })
  }
}
