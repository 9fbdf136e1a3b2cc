import Basics
import Templates
import Testing

@Suite struct TemplateTests {
  @Test func textIsNotEscapedAndHTMLIs() throws {
    let values: JSONValue = ["a": "<b> & \"c\"", "n": 3, "f": 0.5, "t": true]
    #expect(try Template("{{a}} {{n}} {{f}} {{t}}", file: "t").render(values) == "<b> & \"c\" 3 0.5 true")
    #expect(
      try Template("{{a}}", file: "t", contentType: .html).render(values) == "&lt;b&gt; &amp; &quot;c&quot;")
  }

  @Test func sectionsTakeTheirWholeLine() throws {
    let text = """
      {{#on}}
      a = 1
      {{/on}}
      {{^on}}
      a = 0
      {{/on}}
      {{#list}}
      - {{name}} {{outer}}
      {{/list}}

      """
    let values: JSONValue = ["on": true, "outer": "o", "list": [["name": "x"], ["name": "y"]]]
    #expect(try Template(text, file: "t").render(values) == "a = 1\n- x o\n- y o\n")
  }

  @Test func aMissingNameIsAnErrorWithItsPlace() throws {
    let template = try Template("a\n{{#list}}{{name}} {{nmae}}{{/list}}", file: "t.tf")
    let diagnostic = #expect(throws: Diagnostic.self) { try template.render(["list": [["name": "x"]]]) }
    #expect(diagnostic?.code == "template.missing")
    #expect(diagnostic?.range?.description == "t.tf:2:19")
    #expect(try template.render(["list": []]) == "a\n")
    #expect(throws: Diagnostic.self) { try Template("{{a.b}}", file: "t").render(["a": [:]]) }
    #expect(throws: Diagnostic.self) { try Template("{{a}}", file: "t").render(["a": .null]) }
  }

  @Test(arguments: ["{{#a}}", "{{/a}}", "{{#a}}{{/b}}", "{{a", "{{}}", "{{>part}}", "{{=<% %>=}}"])
  func brokenTemplatesAreRefused(text: String) {
    let diagnostic = #expect(throws: Diagnostic.self) { try Template(text, file: "t") }
    #expect(diagnostic?.code == "template.syntax")
  }

  @Test func namesAreListed() throws {
    let template = try Template("{{a.b}} {{#c}}{{d}}{{.}}{{/c}} {{! e }}", file: "t")
    #expect(template.names == ["a", "c", "d"])
  }
}
