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
}
