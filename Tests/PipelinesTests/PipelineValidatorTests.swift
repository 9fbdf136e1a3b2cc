import Basics
import Testing

@testable import Pipelines

/// Right pipelines of each system are taken, and each planted mistake is found with what was meant.
struct PipelineValidatorTests {
  /// A pipeline with one mistake, and words of the message about it; no words where nothing is wrong.
  struct Case: Sendable, CustomTestStringConvertible {
    var path: String
    var text: String
    var says: [String] = []
    var unchecked: [String] = []
    var testDescription: String { "\(path): \(says.first ?? "right")" }
  }

  private static func verdict(_ entry: Case) throws -> PipelineVerdict {
    let system = try #require(PipelineSystem(path: entry.path))
    let file = try PipelineFile(system: system, path: entry.path, text: entry.text)
    return try PipelineValidator().validate(
      file, siblings: [".lighthouse/jenkins-x/release.yaml", entry.path])
  }

  @Test(arguments: cases) func isDecidedAsItIs(_ entry: Case) throws {
    let verdict = try Self.verdict(entry)
    #expect(verdict.diagnostics.isEmpty == entry.says.isEmpty, "\(verdict.diagnostics)")
    let said = verdict.diagnostics.map(\.description).joined(separator: "\n")
    for words in entry.says { #expect(said.contains(words), "\(said)") }
    #expect(verdict.unchecked == entry.unchecked)
  }

  @Test func placesOfFilesTellTheSystem() {
    #expect(PipelineSystem(path: "a/.github/workflows/ci.yml") == .gitHub)
    #expect(PipelineSystem(path: ".github/dependabot.yml") == nil)
    #expect(PipelineSystem(path: ".gitlab-ci.yml") == .gitLab)
    #expect(PipelineSystem(path: "docs/gitlab-ci.yml") == nil)
    #expect(PipelineSystem(path: ".lighthouse/jenkins-x/triggers.yaml") == .lighthouse)
    #expect(PipelineSystem(path: ".lighthouse/jenkins-x/release.yaml") == nil)
  }

  private static let workflow = ".github/workflows/ci.yaml"
  private static let gitLab = ".gitlab-ci.yml"
  private static let triggers = ".lighthouse/jenkins-x/triggers.yaml"

  private static func gitHub(_ jobs: String, head: String = "\"on\": push\n") -> String {
    "\(head)jobs:\n\(jobs)"
  }

  private static let build =
    "  build:\n    runs-on: ubuntu-24.04\n    steps:\n      - id: name\n        run: make\n"

  private static let cases: [Case] = [
    Case(path: workflow, text: gitHub(build)),
    Case(
      path: workflow,
      text: gitHub(
        build + "    outputs:\n      tag: ${{ steps.name.outputs.tag }}\n"
          + "  ship:\n    needs: build\n    runs-on: ubuntu-24.04\n    steps:\n      - run: ship\n        env:\n"
          + "          TAG: ${{ needs.build.outputs.tag }}\n")),
    Case(
      path: workflow, text: gitHub("  a:\n    uses: acme/flows/.github/workflows/x.yaml@v1\n"), says: []),
    Case(path: workflow, text: "\"on\": push\n", says: ["needs 'jobs'"]),
    Case(
      path: workflow, text: gitHub("  build:\n    steps:\n      - run: make\n"), says: ["needs 'runs-on'"]),
    Case(
      path: workflow, text: gitHub(build + "    need: lint\n"),
      says: ["no key 'need'", "Did you mean 'needs'?"]),
    Case(
      path: workflow, text: gitHub(build + "    quantum: 1\n"), unchecked: ["\(workflow): jobs.build.quantum"]
    ),
    Case(
      path: workflow,
      text: gitHub(build + "  ship:\n    needs: [biuld]\n    runs-on: x\n    steps:\n      - run: a\n"),
      says: ["needs 'biuld'", "Did you mean 'build'?"]),
    Case(
      path: workflow, text: gitHub("  a:\n    runs-on: x\n    steps:\n      - name: nothing\n"),
      says: ["either 'uses' or 'run'"]),
    Case(
      path: workflow,
      text: gitHub("  a:\n    runs-on: x\n    steps:\n      - uses: a/b@v1\n        run: make\n"),
      says: ["either 'uses' or 'run'"]),
    Case(
      path: workflow,
      text: gitHub(
        build + "      - run: echo \"$X\"\n        env:\n          X: ${{ steps.names.outputs.a }}\n"),
      says: ["reads 'names'", "Did you mean 'name'?"]),
    Case(
      path: workflow,
      text: gitHub(
        build + "  ship:\n    needs: build\n    runs-on: x\n    steps:\n      - run: a\n        env:\n"
          + "          T: ${{ needs.build.outputs.tag }}\n"),
      says: ["reads 'tag'", "no output of jobs.build"]),
    Case(
      path: workflow, text: gitHub(build, head: "\"on\": push\npermissions:\n  content: read\n"),
      says: ["no key 'content'", "Did you mean 'contents'?"]),
    Case(path: gitLab, text: "build:\n  stage: build\n  script:\n    - make\n"),
    Case(path: gitLab, text: "stages:\n  - make\nbuild:\n  stage: make\n  script: make\n"),
    Case(
      path: gitLab, text: "stages:\n  - make\nbuild:\n  stage: mak\n  script: make\n",
      says: ["stage 'mak'", "Did you mean 'make'?"]),
    Case(path: gitLab, text: "build:\n  stage: build\n", says: ["build needs 'script'"]),
    Case(
      path: gitLab, text: ".base:\n  image: a\nbuild:\n  extends: .bas\n  script: make\n",
      says: ["'.bas'", "Did you mean '.base'?"]),
    Case(
      path: gitLab, text: "build:\n  script: make\nship:\n  needs:\n    - job: biuld\n  script: ship\n",
      says: ["'biuld'"]),
    Case(path: gitLab, text: "build:\n  scripts: make\n", says: ["Did you mean 'script'?"]),
    Case(
      path: gitLab, text: "include: other.yml\nbuild:\n  extends: .there\n",
      unchecked: [".gitlab-ci.yml: what it includes"]),
    Case(path: triggers, text: trigger("source: release.yaml")),
    Case(path: triggers, text: trigger("source: https://example.org/release.yaml")),
    Case(
      path: triggers, text: trigger("source: relase.yaml"),
      says: ["relase.yaml", "Did you mean 'release.yaml'?"]),
    Case(path: triggers, text: trigger("always_runs: true"), says: ["Did you mean 'always_run'?"]),
    Case(
      path: triggers, text: trigger("source: release.yaml").replacing("TriggerConfig", with: "Triggers"),
      says: ["TriggerConfig"]),
  ]

  private static func trigger(_ line: String) -> String {
    """
    apiVersion: config.lighthouse.jenkins-x.io/v1alpha1
    kind: TriggerConfig
    spec:
      postsubmits:
        - name: release
          \(line)

    """
  }
}
