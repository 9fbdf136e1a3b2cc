/// What runs a pipeline that lies in a repository as a file.
package enum PipelineSystem: String, Sendable, CaseIterable, Hashable {
  /// GitHub Actions: a workflow below `.github/workflows`.
  case gitHub = "github"
  /// GitLab CI: `.gitlab-ci.yml` at the root.
  case gitLab = "gitlab"
  /// Jenkins X: triggers of Lighthouse below `.lighthouse`.
  case lighthouse

  /// The system that reads a file of this path; nil where none does.
  package init?(path: String) {
    let parts = path.split(separator: "/").map(String.init)
    guard let name = parts.last else { return nil }
    let isYAML = name.hasSuffix(".yaml") || name.hasSuffix(".yml")
    if isYAML, parts.count >= 3, Array(parts.suffix(3).prefix(2)) == [".github", "workflows"] {
      self = .gitHub
    } else if name == ".gitlab-ci.yml" {
      self = .gitLab
    } else if ["triggers.yaml", "triggers.yml"].contains(name), parts.contains(".lighthouse") {
      self = .lighthouse
    } else {
      return nil
    }
  }

  /// What one file is called in a graph of resources.
  package var kind: String {
    switch self {
    case .gitHub: "GitHubWorkflow"
    case .gitLab: "GitLabPipeline"
    case .lighthouse: "TriggerConfig"
    }
  }

  /// As people name it.
  package var title: String {
    switch self {
    case .gitHub: "GitHub Actions"
    case .gitLab: "GitLab CI"
    case .lighthouse: "Lighthouse"
    }
  }
}
