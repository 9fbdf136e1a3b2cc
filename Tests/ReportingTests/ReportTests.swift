import Basics
import FoundationEssentials
import Reporting
import Testing
import Vocabulary

struct ReportTests {
  private static let report = Fixture.report

  @Test func whatAPersonWroteStaysText() throws {
    let html = try Self.report.html()
    #expect(!html.contains("<script>") && html.contains("&lt;script&gt;"))
    #expect(!html.contains("<b>bucket") && !html.contains("href=\"http"))
    let markdown = try Self.report.markdown()
    #expect(markdown.contains("\\<b\\>bucket\\</b\\> \\| with \\[x\\](http:\\//evil)"))
  }

  @Test func thePageLoadsNothing() throws {
    let html = try Self.report.html()
    for word in ["<script", "src=", "<link", "@import", "url("] { #expect(!html.contains(word), "\(word)") }
  }

  @Test func theFirstScreenSaysWhatToDecide() throws {
    for page in [try Self.report.html(), try Self.report.markdown()] {
      let head = page.prefix(page.count / 2)
      for text in [
        "70 %", "uncalibrated", "aws_x.a", "Open question: open?", "Not checked: validate",
        "rules and recipes",
      ] {
        #expect(head.contains(text) || head.contains(text.replacing("_", with: "\\_")), "\(text)")
      }
    }
  }

  @Test func equalReportsGiveEqualBytesAndReadBack() throws {
    let json = try Self.report.json()
    #expect(try JSONValue(parsing: json).decoded(as: Report.self).json() == json)
  }
}
