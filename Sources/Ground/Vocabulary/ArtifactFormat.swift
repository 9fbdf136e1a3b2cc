/// How files of one kind are named and written: what everything goes by that reads or writes their paths.
package struct ArtifactFormat: Hashable, Sendable {
  package let kind: Artifact.Kind
  /// The folder of a bundle that holds them; empty where they lie at its root under a fixed name.
  package let folder: String
  /// What their names end with.
  package let endings: [String]
  /// Words that a fenced block of theirs is marked with; with the first it is shown.
  package let languages: [String]
  /// What a block without a path has to begin a line with to be taken for one; nil where the mark of the fence is enough.
  package let marker: String?
  /// Where a block without a path goes.
  package let mainFile: String
  /// What stands between two pieces that are joined to one file.
  package let separator: String
  /// Names that a person opens first, in this order; then come the others.
  package let firstFiles: [String]
  /// Names that a person opens last.
  package let lastFiles: [String]

  /// The formats there are, in the order in which a bundle shows them. Nothing else lists them; what is done with files
  /// of a kind says `ArtifactKind`.
  /// Of a name that ends as several formats' do, the first is meant.
  package static let all = [
    openTofu, alertTests, kubernetes, gitHubWorkflow, gitLabPipeline, lighthouse,
  ]

  /// OpenTofu and Terraform configuration.
  package static let openTofu = ArtifactFormat(
    kind: Artifact.Kind(rawValue: "opentofu"), folder: "infrastructure",
    endings: [".tf", ".tf.json", ".tofu", ".tofu.json"],
    languages: ["hcl", "terraform", "tf", "tofu", "opentofu"], marker: nil, mainFile: "main.tf",
    separator: "\n",
    firstFiles: [
      "versions.tf", "providers.tf", "variables.tf", "main.tf", "network.tf", "security.tf", "compute.tf",
    ], lastFiles: ["outputs.tf"])

  /// Objects of Kubernetes.
  package static let kubernetes = ArtifactFormat(
    kind: Artifact.Kind(rawValue: "kubernetes"), folder: "manifests", endings: [".yaml", ".yml"],
    languages: ["yaml", "yml", "kubernetes"], marker: "apiVersion:", mainFile: "main.yaml",
    separator: "---\n", firstFiles: [], lastFiles: [])

  /// Tests of alerting rules, as `promtool test rules` reads them.
  package static let alertTests = ArtifactFormat(
    kind: Artifact.Kind(rawValue: "alert-tests"), folder: "tests", endings: [".test.yaml"],
    languages: ["promtool"], marker: "rule_files:", mainFile: "alerts.test.yaml", separator: "---\n",
    firstFiles: [], lastFiles: [])

  /// Pipelines that lie in a repository where their system looks for them, in the order in which a bundle shows them.
  package static let pipelines = [gitHubWorkflow, gitLabPipeline, lighthouse]

  /// Workflows of GitHub Actions.
  package static let gitHubWorkflow = ArtifactFormat(
    kind: Artifact.Kind(rawValue: "github-workflow"), folder: ".github/workflows",
    endings: [".yaml", ".yml"],
    languages: [], marker: nil, mainFile: "delivery.yaml", separator: "---\n", firstFiles: [], lastFiles: [])

  /// The pipeline of GitLab CI.
  package static let gitLabPipeline = ArtifactFormat(
    kind: Artifact.Kind(rawValue: "gitlab-pipeline"), folder: "", endings: [".gitlab-ci.yml"],
    languages: [], marker: nil, mainFile: ".gitlab-ci.yml", separator: "---\n", firstFiles: [], lastFiles: [])

  /// Triggers of Lighthouse, as Jenkins X has them, and what they run.
  package static let lighthouse = ArtifactFormat(
    kind: Artifact.Kind(rawValue: "lighthouse"), folder: ".lighthouse/jenkins-x", endings: [".yaml", ".yml"],
    languages: [], marker: nil, mainFile: "triggers.yaml", separator: "---\n", firstFiles: ["triggers.yaml"],
    lastFiles: [])

  /// Whether a path lies in the folder.
  package func holds(_ path: String) -> Bool {
    folder.isEmpty ? endings.contains(path) : path.hasPrefix("\(folder)/")
  }

  /// Whether a file's name says that it is one of these.
  package func names(_ file: some StringProtocol) -> Bool {
    endings.contains { file.hasSuffix($0) && file.count > $0.count }
  }

  /// The path in a bundle of a file's path inside the folder.
  package func path(of name: String) -> String { folder.isEmpty ? name : "\(folder)/\(name)" }

  /// The path inside the folder; nil where the path lies elsewhere.
  package func name(of path: String) -> String? {
    guard holds(path) else { return nil }
    return folder.isEmpty ? path : String(path.dropFirst(folder.count + 1))
  }

  /// The format that a file's name belongs to; nil where it belongs to none.
  package static func named(by file: some StringProtocol) -> ArtifactFormat? { all.first { $0.names(file) } }
}
