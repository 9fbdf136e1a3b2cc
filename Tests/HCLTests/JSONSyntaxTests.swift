import Basics
import HCL
import Testing

/// JSON syntax gives the same tree as native syntax.
struct JSONSyntaxTests {
  @Test func readsBlocksAndArguments() throws {
    let file = HCLFile(
      path: "main.tf.json",
      json: """
        {
          "//": "a comment",
          "resource": {"aws_vpc": {"v": {"cidr_block": "10.${var.n}.0.0/16", "count": 2, "tags": {"a": "\\u00e4"}}}},
          "variable": [{"n": {"type": "list(string)", "default": null}}, {"m": {}}],
          "terraform": {"required_providers": {"aws": {"source": "hashicorp/aws"}}},
          "output": {"o": {"value": "${join(\\",\\", aws_vpc.v[*].id)}", "depends_on": ["aws_vpc.v"]}}
        }
        """)
    #expect(file.diagnostics.isEmpty)
    #expect(file.body.blocks.map(\.type) == ["resource", "variable", "variable", "terraform", "output"])
    let vpc = try #require(file.body.blocks.first)
    #expect(vpc.labels == ["aws_vpc", "v"])
    #expect(vpc.labelRanges[1].start.line == 3 && vpc.labelRanges[1].start.column == 28)
    #expect(vpc.body.attribute("cidr_block")?.value.references.map(\.description) == ["var.n"])
    let output = try #require(file.body.blocks.last?.body)
    #expect(output.attribute("value")?.value.calls.map(\.name) == ["join"])
    #expect(output.attribute("depends_on")?.value.references.map(\.description) == ["aws_vpc.v"])
    var evaluator = Evaluator(scope: Scope())
    let tags = try #require(vpc.body.attribute("tags"))
    #expect(evaluator.evaluate(tags.value) == .object(["a": .string("ä")]))
  }

  @Test(arguments: [
    ("{\"a\": 1,}", 1, 9), ("{\n\"resource\": [1]}", 2, 14), ("{\"locals\": {\"x\": \"${1 +}\"}}", 1, 18),
    ("", 1, 1),
  ])
  func saysWhatIsWrong(_ text: String, _ line: Int, _ column: Int) throws {
    let problem = try #require(HCLFile(path: "x.tf.json", json: text).diagnostics.first)
    #expect(problem.range?.start.line == line)
    #expect(problem.range?.start.column == column)
  }
}
