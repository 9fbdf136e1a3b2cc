import ResourceGraph
import Testing
import Vocabulary

@testable import Evidence

struct ArtifactKindTests {
  /// What is written in a format that no kind knows would be checked by nobody.
  @Test func everyFormatHasOneKind() {
    #expect(ArtifactKinds.all.map(\.format) == ArtifactFormat.all)
    #expect(Set(ArtifactFormat.all.map(\.folder)).count == ArtifactFormat.all.count)
  }

  @Test(arguments: [
    ("infrastructure/main.tf", "opentofu"), ("manifests/web/app.yaml", "kubernetes"), ("report.md", "report"),
    ("infrastructure", "report"), ("infrastructures/main.tf", "report"),
  ])
  func aFileIsOfTheKindOfItsFolder(path: String, kind: String) {
    #expect(Artifact(path: path, content: "").kind.rawValue == kind)
  }

  @Test(arguments: [
    ("main.tf", "infrastructure"), ("a.tf.json", "infrastructure"), ("x.tofu", "infrastructure"),
    ("app.yml", "manifests"), (".tf", nil), ("notes.md", nil),
  ])
  func aNameBelongsToAFormat(name: String, folder: String?) {
    #expect(ArtifactFormat.named(by: name)?.folder == folder)
  }

  @Test func filesOfBothKindsComeToOneGraph() {
    let graph = ArtifactGraph([
      Artifact(path: "infrastructure/main.tf", content: "resource \"aws_sqs_queue\" \"q\" {}\n"),
      Artifact(path: "manifests/a.yaml", content: "apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n"),
      Artifact(path: "report.md", content: "# Report"),
    ])
    #expect(graph.graph.resources.map(\.type).sorted() == ["Namespace", "aws_sqs_queue"])
    #expect(graph.parts.map(\.kind.format) == [.openTofu, .kubernetes])
  }

  /// A kind that no schema knows is neither right nor wrong.
  @Test(arguments: [
    ("apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n", ValidationStage.Status.passed),
    ("apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\nspec: {finalisers: []}\n", .failed),
    ("apiVersion: example.org/v1\nkind: Widget\nmetadata: {name: a}\n", .unchecked),
  ])
  func objectsAreHeldAgainstTheirSchemas(text: String, status: ValidationStage.Status) throws {
    let evidence = try OfflineChecks().evidence(
      for: [Artifact(path: "manifests/a.yaml", content: text)], brief: Brief(title: "", requirements: []))
    #expect(evidence.validation.filter { $0.stage == "manifests" }.map(\.status) == [status])
  }
}
