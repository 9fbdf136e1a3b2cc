import Testing

@testable import Validation

struct PlainPatternTests {
  @Test(arguments: [
    ("^[0-9a-z-]+$", "a-1", true), ("^[0-9a-z-]+$", "A", false), ("^[0-9A-Za-z\\._-]+$", "a.b_c-D", true),
    ("^[0-9A-Za-z\\._-]+$", "a b", false), ("^[0-9A-Za-z\\$_-]+$", "$LATEST", true),
    ("^[0-9a-z]+$", "", false),
  ])
  func decidesAsTheExpressionDoes(pattern: String, text: String, matches: Bool) throws {
    #expect(try #require(PlainPattern(pattern)).matches(text) == matches)
    #expect(try (text.firstMatch(of: Regex(pattern)) != nil) == matches)
  }

  @Test(arguments: ["^[0-9]{12}$", "^[^a]+$", "^[a-z]+", "^[\\w]+$", "^a[b]+$", "^[a-z&&[b]]+$"])
  func otherFormsAreLeftToTheExpression(pattern: String) {
    #expect(PlainPattern(pattern) == nil)
  }
}
