import Basics
import StrictYAML
import Testing

@Suite struct ReadingTests {
  @Test func placesAndOrderAreKept() throws {
    let node = try StrictYAML.document("b: 1\na:\n  - x\n  - \"é: y\"\n", file: "f.yaml")
    #expect(node.pairs?.map(\.key) == ["b", "a"])
    #expect(node.pairs?[1].keyPosition == SourcePosition(offset: 5, line: 2, column: 1))
    #expect(node["a"]?.elements?[1].position == SourcePosition(offset: 18, line: 4, column: 5))
    #expect(node["a"]?.elements?[1].scalar == .init(text: "é: y", style: .doubleQuoted, isString: true))
  }

  @Test(arguments: [
    ("no", JSONValue.string("no")), ("on", "on"), ("12:30", "12:30"), ("2026-01-02", "2026-01-02"),
    ("y", "y"),
    ("true", true), ("'true'", "true"), ("null", .null), ("~", .null), ("", .null), ("12", 12), ("-3", -3),
    ("0644", 420), ("0o17", 15), ("0x1F", 31), ("1.5", 1.5), ("1e3", .number(1000)), ("1.2.3", "1.2.3"),
    ("\"12\"", "12"), ("!!str 12", "12"), ("1_000", "1_000"), ("e", "e"), (".5", 0.5),
  ])
  func plainScalarsResolveAsInKubernetes(text: String, expected: JSONValue) throws {
    let node = try StrictYAML.document("v: \(text)\n", file: "f.yaml")
    #expect(node["v"]?.json == expected)
  }

  @Test func severalDocuments() throws {
    let nodes = try StrictYAML.documents("a: 1\n---\n---\nb: 2\n", file: "f.yaml")
    #expect(nodes.map(\.json) == [["a": 1], .null, ["b": 2]])
    #expect(throws: Diagnostic.self) { try StrictYAML.document("a: 1\n---\nb: 2\n", file: "f.yaml") }
    #expect(try StrictYAML.document("# nothing\n", file: "f.yaml").json == .null)
  }

  @Test(arguments: [
    ("a: &x 1\n", "yaml.anchor", "1:4"), ("a: 1\nb: *x\n", "yaml.alias", "2:4"),
    ("a: 1\nb: 2\na: 3\n", "yaml.duplicate-key", "1:1"), ("a:\n  <<: {b: 1}\n", "yaml.merge", "2:3"),
    ("a: !secret x\n", "yaml.tag", "1:4"), ("a: !!binary eA==\n", "yaml.tag", "1:4"),
    ("a: [1, 2\n", "yaml.syntax", "2:1"), ("? [a]\n: 1\n", "yaml.key", "1:3"),
    ("a: b: c\n", "yaml.syntax", "1:5"),
  ])
  func whatIsRefused(text: String, code: String, place: String) throws {
    let diagnostic = #expect(throws: Diagnostic.self) { try StrictYAML.documents(text, file: "f.yaml") }
    #expect(diagnostic?.code == code)
    #expect(diagnostic?.range?.description == "f.yaml:\(place)")
  }

  @Test func sizeAndDepthAreLimited() {
    let deep = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
    #expect(throws: Diagnostic.self) { try StrictYAML.document(deep, file: "f.yaml") }
    let limits = YAMLLimits(maximumSize: 10)
    #expect(throws: Diagnostic.self) {
      try StrictYAML.document("a: 1234567890", file: "f.yaml", limits: limits)
    }
  }

  @Test func aliasBombsAreRefusedUnread() {
    var text = "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
    for (name, previous) in zip("bcdefgh", "abcdefg") {
      text +=
        "\(name): &\(name) [" + Array(repeating: "*\(previous)", count: 10).joined(separator: ", ") + "]\n"
    }
    let diagnostic = #expect(throws: Diagnostic.self) {
      try StrictYAML.document(text + "k: {*h : 1}\n", file: "f.yaml")
    }
    #expect(diagnostic?.code == "yaml.key")
    #expect(throws: Diagnostic.self) { try StrictYAML.document(text, file: "f.yaml") }
  }
}
