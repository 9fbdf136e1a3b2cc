import ResourceGraph
import Validation
import Testing

/// Texts that would cost a careless reader much: refused, or left unknown, and never made one by one.
struct ExpansionTests {
  private func report(_ text: String) -> ValidationReport {
    ConfigurationValidator.builtIn().validate(files: ["main.tf": text])
  }

  @Test(arguments: [
    "[for x in range(1000) : [for y in range(1000) : [for z in range(1000) : x]]]", "range(1000000000)",
    String(repeating: "[", count: 100_000), String(repeating: "1 + ", count: 100_000) + "1",
    String(repeating: "max(", count: 50_000) + "1" + String(repeating: ")", count: 50_000),
    "\"" + String(repeating: "%{ if x }", count: 20_000) + "\"",
    String(repeating: "<<A\n${", count: 20_000),
  ])
  func refuses(_ expression: String) {
    #expect(report("locals {\n  a = \(expression)\n}\n").verdict == .invalid)
  }

  @Test(arguments: ["setproduct(range(1000), range(1000), range(1000))", "format(\"%1000000000d\", 1)"])
  func leavesUnknown(_ expression: String) {
    #expect(report("locals {\n  a = \(expression)\n}\n").verdict == .valid)
  }

  @Test func doublingTextsEnd() {
    let locals = (1..<40).map { "  a\($0) = \"${local.a\($0 - 1)}${local.a\($0 - 1)}\"\n" }.joined()
    #expect(report("locals {\n  a0 = \"xxxxxxxxxxxxxxxx\"\n\(locals)}\n").verdict == .invalid)
  }

  @Test func manyInstancesAreOne() {
    let text = "resource \"aws_vpc\" \"v\" {\n  count      = 1000000000\n  cidr_block = \"10.0.0.0/16\"\n}\n"
    #expect(report(text).verdict == .valid)
    #expect(ResourceGraph(files: ["main.tf": text]).resources.count == 1)
  }
}
