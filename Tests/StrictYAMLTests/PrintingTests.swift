import Basics
import StrictYAML
import Testing

@Suite struct PrintingTests {
  @Test func blocksAreReadable() {
    let value: JSONValue = [
      "apiVersion": "v1", "items": [["name": "a", "ports": [80, 443]], ["name": "b", "labels": [:]]],
      "none": [],
      "text": "one\ntwo\n",
    ]
    #expect(
      YAMLPrinter.print(value) == """
        apiVersion: v1
        items:
          - name: a
            ports:
              - 80
              - 443
          - name: b
            labels: {}
        none: []
        text: |
          one
          two

        """)
  }

  @Test(arguments: [
    "y", "N", "yes", "No", "on", "OFF", "true", "null", "~", "", "1", "1e3", "0755", "12:30", "2026-01-02",
    "1.10",
    "1.2.3", "0x1F", "-", "- a", "a: b", "a #b", "*x", "&x", "!x", "{a}", "[a]", "@a", "`a", " a", "a ", "a:",
    "%a",
    "'a'", "\"a\"", "=", "<<", "|", ">", "?", "\u{7}", "a\u{85}b", "é", "trailing \nspace", "\n", "\n\n",
    " a\nb", "a\n\n",
  ])
  func everyStringComesBack(text: String) throws {
    let value: JSONValue = ["v": .string(text), "l": [.string(text)], "k": ["z": .string(text)]]
    let printed = YAMLPrinter.print(value)
    #expect(try StrictYAML.document(printed, file: "f.yaml").json == value)
  }

  @Test(arguments: [
    "y", "n", "yes", "no", "on", "off", "null", "1", "0755", "~", "2026-01-02", "12:30", "1.10",
  ])
  func whatOtherReadersMisreadIsQuoted(text: String) {
    #expect(YAMLPrinter.print(["v": .string(text)]) == "v: \"\(text)\"\n")
  }

  @Test(arguments: [
    "nginx:1.27", "10.0.0.0/16", "web.example.com", "a b", "/var/log", "$(NAME)", "app=web,tier=a",
  ])
  func plainTextStaysPlain(text: String) {
    #expect(YAMLPrinter.print(["v": .string(text)]) == "v: \(text)\n")
  }
}
