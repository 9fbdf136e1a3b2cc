import Basics

/// Whether the folder that Argo CD or Flux delivers is among the files: one of another repository is named as outside.
struct SourceFolderCheck {
  private let manifest: Manifest
  private let folders: Set<String>

  /// Nil for what delivers no folder.
  init?(_ manifest: Manifest, among manifests: [Manifest]) {
    let isArgo = manifest.kind == "Application" && manifest.apiVersion.hasPrefix("argoproj.io/")
    let isFlux = manifest.kind == "Kustomization" && manifest.apiVersion.hasPrefix("kustomize.toolkit")
    guard isArgo || isFlux else { return nil }
    self.manifest = manifest
    folders = manifests.reduce(into: []) { found, other in
      var parts = other.range.file.split(separator: "/").map(String.init).dropLast()
      while let last = parts.last {
        found.insert(parts.joined(separator: "/"))
        found.insert(last)
        parts = parts.dropLast()
      }
    }
  }

  private var places: [(text: String, path: FieldPath)] {
    let spec = FieldPath([.key("spec")])
    let content = manifest.content["spec"]
    var found: [(JSONValue?, FieldPath)] = [
      (content?["path"], spec.key("path")), (content?["source"]?["path"], spec.key("source").key("path")),
    ]
    for (index, source) in (content?["sources"]?.array ?? []).enumerated() {
      found.append((source["path"], spec.key("sources").index(index).key("path")))
    }
    return found.compactMap { value, path in value?.string.map { ($0, path) } }
  }

  /// Folders that are not here; where one is nearly the same, what was meant.
  var verdict: ManifestRelations.Verdict {
    var verdict = ManifestRelations.Verdict()
    for (written, path) in places {
      let parts = written.split(separator: "/").filter { $0 != "." }.map(String.init)
      let folder = parts.joined(separator: "/")
      guard !parts.isEmpty, !folders.contains(folder) else { continue }
      let isWhole = folders.contains { $0.hasSuffix("/\(folder)") }
      guard !isWhole else { continue }
      guard let near = Spelling.nearest(to: folder, in: folders.sorted()) else {
        verdict.outside.insert("folder \(folder) (delivered by \(manifest.address))")
        continue
      }
      verdict.diagnostics.append(
        manifest.diagnostic(
          "near-folder", summary: "Folder is not here",
          detail: "None of the objects lies in '\(folder)'. Did you mean '\(near)'?", path: path,
          level: .warning))
    }
    return verdict
  }
}
