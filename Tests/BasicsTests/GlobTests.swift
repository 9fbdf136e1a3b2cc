import Basics
import Testing

struct GlobTests {
  @Test(arguments: [
    ("*", "a", true), ("a*c", "abbc", true), ("a*c", "abbd", false), ("?b", "ab", true), ("", "a", false),
    ("*__x*", "base__x-1", true), ("a", "ab", false),
    ("module.*.aws_instance.web", "module.a.aws_instance.web", true),
    ("prod-*", "staging-1", false), ("*-db", "shop-db", true), ("*-db", "shop-db-2", false),
  ])
  func aPatternStandsForTheWholeName(pattern: String, name: String, matches: Bool) {
    #expect(Glob(pattern).matches(name) == matches)
  }
}
