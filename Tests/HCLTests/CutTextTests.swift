import HCL
import Testing

/// Answers that end in the middle.
struct CutTextTests {
  private static let whole = "resource \"a\" \"b\" {\n  x = 1\n"

  @Test(arguments: [
    (whole, whole + "}\n"),
    (whole + "  y = \"unfini", whole + "}\n"),
    (whole + "  y = [\n    1,\n", whole + "  y = [\n    1,\n]\n}\n"),
    (
      whole + "  y = jsonencode({\n    a = [\n      \"b\",\n      \"c",
      whole + "  y = jsonencode({\n    a = [\n      \"b\",\n]\n}\n)\n}\n"
    ),
    (whole + "  y {\n    z = ", whole + "  y {\n}\n}\n"),
  ])
  func closesWhatIsOpen(_ text: String, _ expected: String) {
    #expect(CutText(text)?.completed == expected)
  }

  @Test(arguments: [
    "a = 1\n", "", "a = {\n}}\n", "resource \"a\" \"b\" {\n  x = = 1\n}\n",
    "a = \"" + String(repeating: "x\n", count: 50),
  ])
  func leavesTheRestAlone(_ text: String) {
    #expect(CutText(text) == nil)
  }
}
