import Basics
import HCL
import Testing

/// Formatting is done once, and changes nothing but space; edits leave alone what they are not about.
struct LayoutTests {
  /// Blocks of several shapes put together in an order that the seed decides.
  private static func text(_ seed: Int) -> String {
    let parts = [
      "resource \"aws_s3_bucket\" \"b\" {\n bucket=\"a\"\n   tags = {\n  a=1\n long_name = \"x\"\n}\n}\n",
      "locals {\n  x=[1,2,\n3]\n  y = { for k,v in var.m : k=>v if v!=null }\n}\n",
      "# a remark\nvariable \"m\" {\n  type=map(string)\n  default={}\n}\n",
      "output \"o\" {\n  value = \"${local.x[0]}-${upper(\"a\")}\"  # behind\n}\n",
      "module \"m\" {\n  source=\"./m\"\n  for_each = toset([\"a\",\"b\"])\n  /* between */ name=each.key\n}\n",
      "data \"x\" \"y\" {\n  text = <<-EOT\n    a ${1+1}\n      b\n  EOT\n  z=true?1:2\n}\n",
    ]
    var order = seed
    return (0..<6).map { _ in
      order = (order * 31 + 7) % 1009
      return parts[order % parts.count]
    }.joined(separator: seed % 2 == 0 ? "\n" : "\n\n\n")
  }

  /// The text without space and without the commas that the formatter may move to the next line.
  private static func marks(_ text: String) -> String { text.filter { !$0.isWhitespace } }

  @Test(arguments: 1...40) func formattingIsDoneOnceAndKeepsEveryMark(seed: Int) throws {
    let text = Self.text(seed)
    let once = try #require(HCLFormatter.format(text))
    #expect(HCLFormatter.format(once) == once)
    #expect(Self.marks(once) == Self.marks(text))
    let (before, after) = (HCLFile(path: "a.tf", text: text), HCLFile(path: "a.tf", text: once))
    #expect(before.diagnostics.isEmpty && after.diagnostics.isEmpty)
    #expect(before.body.blocks.map(\.type) == after.body.blocks.map(\.type))
    #expect(before.body.blocks.map(\.labels) == after.body.blocks.map(\.labels))
  }

  /// Wherever a text is cut off, the parser ends, and says that something is missing or reads what is whole.
  @Test(arguments: 1...8) func aTextThatEndsAnywhereIsReadToItsEnd(seed: Int) {
    let bytes = Array(Self.text(seed).utf8)
    for end in stride(from: 0, to: bytes.count, by: 3) {
      let file = HCLFile(path: "a.tf", text: String(decoding: bytes[..<end], as: UTF8.self))
      #expect(file.body.blocks.count <= 6)
      for diagnostic in file.diagnostics { #expect(diagnostic.range != nil, "\(diagnostic)") }
    }
  }
}
