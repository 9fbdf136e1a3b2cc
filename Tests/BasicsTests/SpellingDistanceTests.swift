import Basics
import Testing

struct SpellingDistanceTests {
  @Test(arguments: [
    ("", "", 0, 0), ("", "abc", 3, 3), ("kitten", "sitting", 3, 3), ("ab", "ba", 1, 2),
    ("region", "regoin", 1, 2),
  ])
  func distance(left: String, right: String, swapsOnce: Int, swapsTwice: Int) {
    #expect(Spelling.distance(Array(left), right: Array(right)) == swapsOnce)
    #expect(Spelling.distance(Array(left), right: Array(right), swapsCountOnce: false) == swapsTwice)
    #expect(Spelling.distance(Array(right), right: Array(left)) == swapsOnce)
    #expect(Spelling.distance(Array(left.utf8), right: Array(right.utf8)) == swapsOnce)
    #expect(
      Spelling.distance(Array(left.utf8), right: Array(right.utf8), swapsCountOnce: false) == swapsTwice)
  }
}
