/// Small or silly texts that would cost a careless reader much time or memory.
enum Bombs {
  static let all: [(name: String, text: String)] = [
    ("deep lists", "locals {\n  a = \(many("[", 200_000))\n}\n"),
    ("deep blocks", many("a {\n", 100_000)),
    ("deep templates", "locals {\n  a = \(many("\"${", 100_000))\n}\n"),
    ("deep calls", "locals {\n  a = \(many("max(", 100_000))1\(many(")", 100_000))\n}\n"),
    ("a chain of operators", "locals {\n  a = \(many("1 + ", 500_000))1\n}\n"),
    ("many indexes", "locals {\n  a = x\(many("[y]", 100_000))\n}\n"),
    ("unclosed directives", "locals {\n  a = \"\(many("%{ if x }", 50_000))\"\n}\n"),
    ("here-documents in one another", "locals {\n  a = \(many("<<A\n${", 50_000))\n}\n"),
    (
      "a for in a for in a for",
      "locals {\n  a = [for x in range(1000) : [for y in range(1000) : [for z in range(1000) : x]]]\n}\n"
    ),
    ("a product of ranges", "locals {\n  a = setproduct(range(1000), range(1000), range(1000))\n}\n"),
    ("a long range", "locals {\n  a = range(1000000000)\n}\n"),
    ("a long format", "locals {\n  a = format(\"%1000000000d\", 1)\n}\n"),
    ("doubling locals", "locals {\n  a0 = \"xxxxxxxxxxxxxxxx\"\n\(doubling(40))}\n"),
    ("doubling lists", "locals {\n  a0 = [1, 2]\n\(doubling(40, "[", ", ", "]"))}\n"),
    (
      "a deep chain of locals",
      "locals {\n  a0 = 1\n\((1..<20_000).map { "  a\($0) = local.a\($0 - 1)\n" }.joined())}\n"
    ),
    ("a huge text", many("# x\n", 2_000_000)),
    (
      "count of a thousand million",
      "resource \"aws_vpc\" \"v\" {\n  count = 1000000000\n  cidr_block = \"10.0.0.0/16\"\n}\n"
    ),
    (
      "a dynamic block in a dynamic block",
      "resource \"aws_vpc\" \"v\" {\n  cidr_block = \"10.0.0.0/16\"\n  dynamic \"x\" {\n    for_each = range(1000)\n    content "
        + "{\n      dynamic \"y\" {\n        for_each = range(1000)\n        content {}\n      }\n    }\n  }\n}\n"
    ),
  ]

  private static func many(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

  private static func doubling(
    _ count: Int, _ open: String = "\"${", _ between: String = "}${", _ close: String = "}\""
  ) -> String {
    (1..<count).map { "  a\($0) = \(open)local.a\($0 - 1)\(between)local.a\($0 - 1)\(close)\n" }.joined()
  }
}
