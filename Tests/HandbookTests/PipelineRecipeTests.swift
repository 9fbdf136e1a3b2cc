import Basics
import Experts
import Manifests
import ManifestSchemas
import Pipelines
import Testing
import Vocabulary

@testable import Handbook

/// Pipelines for the systems that people have: the files lie where the system looks, are what it takes, go through the same steps as
/// the pipeline of Tekton, and hold no secret and no more rights than they need.
struct PipelineRecipeTests {
  private static let recipes = ["k8s/github-workflow", "k8s/gitlab-pipeline", "k8s/jenkins-x"]

  private static func files(_ recipe: String, revision: String? = nil, beside other: String? = nil) throws
    -> [Artifact]
  {
    let book = try Handbook.shared().book
    let settings = revision.map { ["revision": Intent.Setting(value: .string($0), words: $0)] } ?? [:]
    let intent = Intent(
      title: "Sample",
      components: [
        Intent.Component(recipe: recipe, name: nil, noun: nil, words: "", spans: [0..<1], settings: settings)
      ]
        + (other.map {
          [Intent.Component(recipe: $0, name: nil, noun: nil, words: "", spans: [1..<2], settings: [:])]
        } ?? []), attributes: [:], environment: nil, region: nil, secondRegion: nil, words: [])
    var planner = Planner(book: book, intent: intent, priority: .balanced)
    return try Renderer(plan: try planner.plan(), book: book).files()
      .filter { file in ArtifactFormat.pipelines.contains { $0.holds(file.path) } }
  }

  @Test(arguments: recipes) func isWhatTheSystemTakes(_ recipe: String) throws {
    let files = try Self.files(recipe)
    #expect(!files.isEmpty)
    let validator = try PipelineValidator()
    for file in files {
      guard let system = PipelineSystem(path: file.path) else {
        let read = ManifestReader.read(file.content, file: file.path)
        #expect(read.diagnostics.isEmpty)
        #expect(try ManifestValidator().validate(read.manifests).diagnostics.isEmpty)
        continue
      }
      let verdict = validator.validate(
        try PipelineFile(system: system, path: file.path, text: file.content),
        siblings: Set(files.map(\.path)))
      #expect(verdict.diagnostics.isEmpty, "\(verdict.diagnostics)")
      #expect(verdict.unchecked.isEmpty, "\(verdict.unchecked)")
    }
  }

  @Test(arguments: recipes) func goesThroughTheSameStepsInOrder(_ recipe: String) throws {
    let text = try Self.files(recipe).filter { !$0.path.hasSuffix("pullrequest.yaml") }.map(\.content)
      .joined()
    var rest = text[...]
    for step in [
      "consilium check", "consilium cost", "consilium-executor plan", "until test -s",
      "consilium-executor approvals import", "consilium-executor apply",
    ] {
      let found = try #require(rest.firstRange(of: step), "\(recipe) lacks '\(step)' in its place")
      rest = rest[found.upperBound...]
    }
    // What is applied is the plan by its number; nothing plans again.
    #expect(!rest.contains("consilium-executor plan"))
  }

  @Test(arguments: recipes) func deliversTheBranchThatIsNamed(_ recipe: String) throws {
    #expect(try Self.files(recipe, revision: "release").contains { $0.content.contains("release") })
  }

  /// Of two that write, one would undo the other: where something else delivers, the pipeline only moves the branch.
  @Test(arguments: recipes, ["k8s/argo-application", "k8s/flux-kustomization"])
  func doesNotApplyWhatSomethingElseDelivers(_ recipe: String, other: String) throws {
    let text = try Self.files(recipe, beside: other).map(\.content).joined()
    #expect(!text.contains("consilium-executor apply "))
    #expect(text.contains("refs/heads/main") && text.contains("candidate"))
    #expect(text.contains("consilium-executor approvals import"))
  }

  @Test func theWorkflowHasNoMoreRightsThanItNeeds() throws {
    let text = try #require(try Self.files("k8s/github-workflow").first).content
    #expect(text.contains("permissions:\n  contents: read\n"))
    #expect(!text.contains("write") && !text.contains("secrets."))
    // Nothing of a pull request reaches the machine that can apply, and no expression stands in a script.
    #expect(text.contains("if: github.event_name == 'push'\n    runs-on:\n      - self-hosted"))
    for line in text.split(separator: "\n") where line.contains("${{") {
      #expect(line.contains("group:") || line.contains("DIGEST:") || line.contains("PLAN:"), "\(line)")
    }
    for line in text.split(separator: "\n") where line.contains("uses:") {
      let pinned = try #require(line.split(separator: "@").last?.split(separator: " ").first)
      #expect(pinned.count == 40 && pinned.allSatisfy(\.isHexDigit), "\(line)")
    }
  }
}
