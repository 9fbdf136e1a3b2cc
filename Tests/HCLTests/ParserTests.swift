import Basics
import HCL
import Testing

struct ParserTests {
  @Test(arguments: [
    ("a = ", "1:5 Missing expression"), ("a = =", "1:5 Invalid expression"),
    ("a = 1 b = 2", "1:7 Missing newline after argument"),
    ("a = 1, b = 2", "1:6 Unexpected comma after argument"), ("a = 1\na = 2", "2:1 Attribute redefined"),
    ("\"a\" = 1", "1:1 Invalid argument name"), ("a {", "1:3 Unclosed configuration block"),
    ("a { b = 1, c = 2 }", "1:10 Invalid single-argument block definition"),
    ("a { b {} }", "1:5 Argument definition required"),
    ("a\n{}", "1:1 Argument or block definition required"),
    ("a \"x\"\n{\n}", "1:6 Invalid block definition"), ("a = 'x'", "1:5 Invalid character"),
    ("a = `x`", "1:5 Invalid character"), ("a = 1; b = 2", "1:6 Invalid character"),
    ("a = x & y", "1:7 Unsupported operator"),
    ("a = \"x\ny\"", "1:7 Invalid multi-line string"), ("a = \"x", "1:7 Unterminated template string"),
    ("a = \"\\q\"", "1:6 Invalid escape sequence"),
    ("a = \"${x\"", "1:6 Unclosed template interpolation sequence"),
    ("a = \"${x:y}\"", "1:9 Extra characters after interpolation expression"),
    ("a = \"%{ if x }y\"", "1:16 Unexpected end of template"),
    ("a = \"%{ fi x }\"", "1:9 Invalid template control keyword"),
    ("a = [1 2]", "1:8 Missing item separator"), ("a = [1", "1:5 Unterminated tuple constructor expression"),
    ("a = { b 1 }", "1:9 Missing key/value separator"),
    ("a = { b = 1 c = 2 }", "1:13 Missing attribute separator"),
    ("a = f(1 2)", "1:9 Missing argument separator"), ("a = f(1", "1:5 Unterminated function call"),
    ("a = x ? 1", "1:10 Missing false expression in conditional"), ("a = x.", "1:7 Invalid attribute name"),
    ("a = x.0.1", "1:7 Invalid legacy index syntax"), ("a = [for x y : x]", "1:12 Invalid 'for' expression"),
    ("a = { for x in y : x }", "1:20 Invalid 'for' expression"), ("a = (1", "1:7 Unbalanced parentheses"),
    ("a = @", "1:5 Invalid character"), ("a = 1..2", "1:5 Invalid number literal"),
    ("a = <<EOT\nx\nEOT", "3:4 Unterminated template string"),
    ("resource \"a\" \"${b}\" {\n}", "1:15 Invalid string literal"),
    ("é = \"ü\" x", "1:9 Missing newline after argument"),
  ])
  func explainsMistakes(_ text: String, _ expected: String) throws {
    let first = try #require(HCLFile(path: "main.tf", text: text).diagnostics.first)
    let start = try #require(first.range).start
    #expect("\(start.line):\(start.column) \(first.summary)" == expected)
    #expect(first.code == "hcl.syntax")
    #expect(first.detail.hasSuffix(".") || first.detail.hasSuffix("?"))
  }

  @Test func goesOnAfterAMistake() {
    let file = HCLFile(
      path: "main.tf",
      text: "resource \"a\" \"b\" {\n  x = [1 2]\n  y = 2\n}\n\nvariable \"v\" {\n  default = 1\n}\n")
    #expect(file.diagnostics.count == 1)
    #expect(file.body.blocks.map(\.labels) == [["a", "b"], ["v"]])
    #expect(file.body.blocks.last?.body.attribute("default")?.value.kind == .literal(.number(1)))
  }

  @Test func givesExactRanges() throws {
    let text = "locals {\n  a = upper(\"é${var.x[0]}\") # c\n}\n"
    let file = HCLFile(path: "main.tf", text: text)
    let attribute = try #require(file.body.blocks[0].body.attribute("a"))
    let range = attribute.value.references[0].range
    let bytes = Array(text.utf8)
    #expect(String(decoding: bytes[range.start.offset..<range.end.offset], as: UTF8.self) == "var.x[0]")
    #expect((range.start.line, range.start.column) == (2, 17))
    #expect(attribute.range.end.column == 28)
    #expect(file.body.blocks[0].range.end.line == 3)
  }

  @Test(arguments: [
    "\u{FEFF}a = 1", "a = 1\r\nb = 2\r\n", "# only\n/* a comment */", "", "a = <<EOT\r\nx\r\nEOT\r\n",
    "a = {\n}\n",
  ])
  func acceptsUnusualLayout(_ text: String) {
    #expect(HCLFile(path: "x", text: text).diagnostics.isEmpty)
  }

  /// Nothing of this may take long, crash, or pass.
  @Test(arguments: [
    String(repeating: "[", count: 200_000), String(repeating: "a {\n", count: 100_000),
    String(repeating: "-", count: 200_000),
    String(repeating: "\"${", count: 100_000), String(repeating: "x ? ", count: 50_000),
    String(repeating: "1+", count: 100_000),
    String(repeating: "(", count: 100_000) + "1", String(repeating: "f(", count: 100_000),
    "x" + String(repeating: "[*]", count: 50_000),
    "x" + String(repeating: "[y]", count: 50_000), String(repeating: "<<A\n${", count: 20_000),
    String(repeating: "%{if x}", count: 20_000),
  ])
  func refusesBombs(_ text: String) {
    let clock = ContinuousClock()
    let time = clock.measure {
      #expect(HCLFile(path: "x", text: "a = " + text).hasErrors)
      #expect(HCLFile(path: "x", text: text).hasErrors)
      #expect(HCLFile(path: "x", text: "a = \"" + text + "\"\n").diagnostics.count <= 100)
    }
    #expect(time < .seconds(5))
  }

  @Test func refusesHugeTexts() {
    let file = HCLFile(path: "x", text: "a = 1", limits: ParserLimits(size: 4))
    #expect(file.diagnostics.map(\.summary) == ["Configuration too large"])
    let long = HCLFile(path: "x", text: "a = [1, 2, 3]", limits: ParserLimits(tokens: 5))
    #expect(long.diagnostics.first?.summary == "Configuration too large")
  }

  /// Any bytes give a tree, and the same tree again.
  @Test(arguments: 0..<40)
  func survivesNoise(_ seed: Int) {
    var random = SplitMix(state: UInt64(seed))
    let pieces = [
      "${", "}", "\"", "%{", "~}", "(", ")", "[", "]", "{", "\n", "#", "/*", "<<E\n", "E\n", "for", " ", "=",
      "a", ".", "1", "\\", "é", "\0", "::", "*",
    ]
    let text = (0..<400).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }.joined()
    let file = HCLFile(path: "x", text: text)
    #expect(file.diagnostics == HCLFile(path: "x", text: text).diagnostics)
    #expect(file.hasErrors == (HCLFormatter.format(file) == nil))
  }
}

/// A small, seeded random number generator.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
