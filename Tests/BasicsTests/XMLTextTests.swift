import Basics
import Testing

struct XMLTextTests {
  @Test(arguments: [
    ("a < b && c > \"d\"", "a &lt; b &amp;&amp; c &gt; &quot;d&quot;"), ("two\nlines", "two&#10;lines"),
    ("bell \u{7} and \u{0}", "bell \u{FFFD} and \u{FFFD}"), ("größer 🚀", "größer 🚀"), ("", ""),
  ])
  func whatHasAMeaningIsWrittenOut(text: String, escaped: String) {
    #expect(XMLText.escaped(text) == escaped)
  }
}
