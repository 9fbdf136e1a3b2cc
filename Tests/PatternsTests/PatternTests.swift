import Patterns
import Testing

struct PatternTests {
  @Test(arguments: [
    ("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$", "web-1", true), ("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$", "-web", false),
    ("b+c", "aabbbcd", true), ("^(a|bc){2,3}$", "abca", true), ("^(a|bc){2,3}$", "a", false),
    ("^\\d{3}$", "123", true), ("^\\d{3}$", "12a", false), ("^[^/]+/[^/]+$", "a/b", true),
    ("(?i)^abc$", "ABC", true), ("^a.c$", "a\nc", false), ("(?s)^a.c$", "a\nc", true),
    ("\\bfoo\\b", "a foo.", true), ("\\bfoo\\b", "afoo", false), ("^[[:alpha:]_]+$", "ab_C", true),
    ("^\\pL+$", "Ünïcode", true), ("^[\\w.-]+$", "a.b-c", true), ("^$", "", true), ("^a{0,2}?b", "aab", true),
    ("^(([0-9]+(\\.[0-9]+)?(ns|us|ms|s|m|h))+)$", "1h30m", true), ("{", "{", true),
    ("^x{,2}$", "x{,2}", true),
    ("^(?P<name>[a-z]+)$", "abc", true), ("^(25[0-5]|2[0-4]\\d|1?\\d?\\d)$", "256", false),
  ])
  func matchesAsTheExpressionSays(pattern: String, text: String, matches: Bool) throws {
    #expect(try Pattern(pattern).matches(text) == matches)
  }

  @Test func findsTheFirstMatchByPreference() throws {
    func first(_ pattern: String, text: String) throws -> Range<Int>? {
      try Pattern(pattern).firstMatch(in: Array(text.unicodeScalars))
    }
    #expect(try first("a|ab", text: "xab") == 1..<2)
    #expect(try first("a*", text: "aaab") == 0..<3)
    #expect(try first("a*?b", text: "aaab") == 0..<4)
    #expect(try first("z", text: "abc") == nil)
  }

  @Test(arguments: [
    "(", "a)", "[a", "*a", "a{5,2}", "(?=a)", "(?<=a)b", "\\1", "a{2000}", "[z-a]", "\\p{Greek}",
  ])
  func whatIsNotReadIsRefused(pattern: String) {
    #expect(throws: PatternError.self) { try Pattern(pattern) }
  }

  @Test(.timeLimit(.minutes(1))) func whatTrapsOthersTakesNoTime() throws {
    #expect(try !Pattern("^(a+)+$").matches(String(repeating: "a", count: 5_000) + "b"))
    #expect(try !Pattern("^(a|aa)+$").matches(String(repeating: "a", count: 5_000) + "b"))
  }
}
