import Basics
import Testing

struct LineDiffTests {
  @Test func showsTheChangeWithItsSurroundings() {
    let before = (1...12).map { "line \($0)\n" }.joined()
    let after = before.replacing("line 6\n", with: "line six\nand more\n")
    #expect(
      LineDiff.unified(before, after: after, file: "a.tf") == """
        --- a.tf
        +++ a.tf
        @@ -3,7 +3,8 @@
         line 3
         line 4
         line 5
        -line 6
        +line six
        +and more
         line 7
         line 8
         line 9

        """)
  }

  @Test func equalTextsHaveNoDifference() {
    #expect(LineDiff.unified("a\n", after: "a\n", file: "a").isEmpty)
  }

  @Test func distantChangesAreHunksOfTheirOwn() {
    let before = (1...30).map { "\($0)\n" }.joined()
    let after = before.replacing("2\n3\n", with: "2\nx\n").replacing("28\n", with: "y\n")
    #expect(
      LineDiff.unified(before, after: after, file: "a").split(separator: "\n").count { $0.hasPrefix("@@") }
        == 2)
  }

  /// A last line without an end is another one than with it, and says so as `diff` does.
  @Test func saysWhereTheLastLineHasNoEnd() {
    #expect(
      LineDiff.unified("a\nb", after: "a\nb\nc\n", file: "a")
        == "--- a\n+++ a\n@@ -1,2 +1,3 @@\n a\n-b\n\\ No newline at end of file\n+b\n+c\n")
    #expect(LineDiff.unified("a\r\nb\r\n", after: "a\r\nc\r\n", file: "a").contains("-b\r\n+c\r\n"))
  }
}
