import Basics
import Manifests
import Testing

struct ManifestTests {
  private static let deployment = """
    apiVersion: apps/v1
    kind: Deployment
    metadata:
      name: web
      namespace: shop
    spec:
      selector:
        matchLabels:
          app: web
      template:
        metadata:
          labels:
            app: web
    """

  @Test func readsSeveralObjectsAndLists() {
    let text =
      Self.deployment
      + "\n---\napiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: ConfigMap\n    metadata:\n      name: c\n"
    let read = ManifestReader.read(text, file: "m.yaml")
    #expect(read.manifests.map(\.address) == ["Deployment/shop/web", "ConfigMap/default/c"])
    #expect(read.diagnostics.isEmpty)
    #expect(ManifestCheck.check(read.manifests).isEmpty)
  }

  @Test(arguments: [
    ("kind: Deployment\nmetadata:\n  name: x\n", "Missing field"),
    ("apiVersion: v1\nkind: Pod\n", "metadata.name"),
    ("a: &x 1\nb: *x\n", "error"), ("a: 1\na: 2\n", "error"),
  ])
  func saysWhatIsMissing(text: String, message: String) {
    let read = ManifestReader.read(text, file: "m.yaml")
    #expect(read.manifests.isEmpty)
    #expect(read.diagnostics.contains { "\($0)".contains(message) })
  }

  @Test(arguments: [
    ("name: web", "name: Web_1", "Invalid name"),
    ("labels:\n        app: web", "labels:\n        app: other", "Selector matches no pod"),
    ("selector:\n    matchLabels:\n      app: web", "selector: {}", "Missing selector"),
  ])
  func findsWhatTheServerWouldRefuse(part: String, other: String, summary: String) {
    let text = (Self.deployment + "\n").replacing(part, with: other, maxReplacements: 1)
    #expect(text != Self.deployment + "\n")
    let read = ManifestReader.read(text, file: "m.yaml")
    #expect(ManifestCheck.check(read.manifests).map(\.summary).contains(summary))
  }
}
