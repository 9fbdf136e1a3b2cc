import Basics
import StrictYAML
import Testing

/// Changes in place leave everything else as it was.
struct YAMLEditTests {
  private static let text = """
    # the shop
    spec:
      replicas: 3   # three zones
      template:
        spec:
          containers:
            - name: web
              image: "web:1"
              resources:
                requests: {memory: 1Gi}
            - name: log # beside it
              env: []
      list: [1, 2]

    """

  private func edited(_ path: [YAMLEdit.Step], _ scalar: String) throws -> String {
    var edit = try YAMLEdit(Self.text, file: "x.yaml")
    try edit.set(path, to: scalar)
    return edit.text
  }

  @Test func replacesAScalar() throws {
    let text = try edited([.key("spec"), .key("replicas")], "2")
    #expect(text == Self.text.replacing("replicas: 3 ", with: "replicas: 2 "))
    let image = try edited(
      [.key("spec"), .key("template"), .key("spec"), .key("containers"), .index(0), .key("image")], "web:2")
    #expect(image == Self.text.replacing("\"web:1\"", with: "web:2"))
  }

  @Test func makesWhatIsMissing() throws {
    let container: [YAMLEdit.Step] = [
      .key("spec"), .key("template"), .key("spec"), .key("containers"), .index(1),
    ]
    let text = try edited(container + [.key("resources"), .key("requests"), .key("cpu")], "100m")
    let document = try StrictYAML.document(text, file: "x.yaml").json
    let made = document["spec"]?["template"]?["spec"]?["containers"]?.array?[1]["resources"]
    #expect(made == ["requests": ["cpu": "100m"]])
    #expect(text.contains("- name: log # beside it\n") && text.contains("# three zones"))
  }

  @Test func takesALineAway() throws {
    var edit = try YAMLEdit(Self.text, file: "x.yaml")
    try edit.remove([.key("spec"), .key("replicas")])
    #expect(edit.text == Self.text.replacing("  replicas: 3   # three zones\n", with: ""))
  }

  @Test(arguments: [
    [YAMLEdit.Step.key("spec"), .key("list")],
    [
      .key("spec"), .key("template"), .key("spec"), .key("containers"), .index(0), .key("resources"),
      .key("requests"), .key("cpu"),
    ],
    [.key("spec"), .key("list"), .index(7)],
  ])
  func refusesWhatHasNoPlace(_ path: [YAMLEdit.Step]) throws {
    #expect(throws: Diagnostic.self) { try edited(path, "1") }
  }
}
