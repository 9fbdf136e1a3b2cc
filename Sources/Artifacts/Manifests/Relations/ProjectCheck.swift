import Basics

/// Whether the project of an application of Argo CD admits where it comes from and where it goes to. Patterns are left alone:
/// what they admit is not decided here.
struct ProjectCheck {
  private let application: Manifest
  private let project: Manifest

  /// Nil for what is no application, or whose project is not here.
  init?(_ manifest: Manifest, among manifests: [Manifest]) {
    guard manifest.kind == "Application", manifest.apiVersion.hasPrefix("argoproj.io/"),
      let name = manifest.content["spec"]?["project"]?.string,
      let project = manifests.first(where: {
        $0.kind == "AppProject" && $0.name == name && $0.namespace == manifest.namespace
      })
    else { return nil }
    application = manifest
    self.project = project
  }

  var faults: [Diagnostic] { sources + destination }

  private var sources: [Diagnostic] {
    let admitted = (project.content["spec"]?["sourceRepos"]?.array ?? []).compactMap(\.string)
    guard !admitted.contains(where: Self.isPattern) else { return [] }
    let spec = FieldPath([.key("spec")])
    let single = application.content["spec"]?["source"].map { [($0, spec.key("source"))] } ?? []
    let several = (application.content["spec"]?["sources"]?.array ?? []).enumerated().map {
      ($0.element, spec.key("sources").index($0.offset))
    }
    return (single + several).compactMap { source, path in
      guard let url = source["repoURL"]?.string, !admitted.contains(url) else { return nil }
      return application.diagnostic(
        "project-refuses", summary: "The project refuses it",
        detail: "\(project.address) admits no source '\(url)', only \(admitted.joined(separator: ", ")).",
        path: path.key("repoURL"))
    }
  }

  private var destination: [Diagnostic] {
    let admitted = project.content["spec"]?["destinations"]?.array ?? []
    guard let wanted = application.content["spec"]?["destination"],
      let namespace = wanted["namespace"]?.string
    else { return [] }
    let isAdmitted = admitted.contains { one in
      let texts = [one["namespace"]?.string ?? "", one["server"]?.string ?? "", one["name"]?.string ?? ""]
      if texts.contains(where: Self.isPattern) { return true }
      return one["namespace"]?.string == namespace
        && (one["server"]?.string == wanted["server"]?.string
          || one["name"]?.string == wanted["name"]?.string)
    }
    guard !isAdmitted else { return [] }
    return [
      application.diagnostic(
        "project-refuses", summary: "The project refuses it",
        detail: "\(project.address) admits no destination in the namespace '\(namespace)'.",
        path: FieldPath([.key("spec"), .key("destination")]))
    ]
  }

  private static func isPattern(_ text: String) -> Bool { text.contains { "*?[!".contains($0) } }
}
