import Basics
import FoundationEssentials
import Reporting
import Templates
import Testing

/// Words of people, models and files in every field of a report stay words: on a page, in Markdown, in a comment.
struct HostileTextTests {
  /// Marks of HTML and Markdown, plain and with an accent behind them, which Swift takes for other characters.
  private static let texts = [
    "<img src=x onerror=alert(1)>", "\" onmouseover=\"alert(1)\" x=\"", "'\u{301} onfocus='alert(1)",
    "\"\u{301} onmouseover=\"\u{301}alert(1)", "<\u{200D}script>alert(1)</script>",
    "[a](http://evil.example)",
    "[\u{301}a]\u{301}(http://evil.example)", "![a](https://evil.example/x.png)", "http://evil.example",
    "www.evil.example", "@maria please approve", "me@evil.example", "org/repo#12 and #34",
    "a\r\n\r\n# heading", "a\r# heading", "a\u{2028}| b | c |", "x |\u{301} y | z", "# heading", "- item",
    "1. item", "```\ncode", "~~~", "--- \n", "> quote", "<!-- hidden", "&lt;b&gt;", "$$x$$", "\u{202E}evil",
    "<details><summary>x", "`` ` ``", "\u{0}\u{1B}[2J",
  ]

  private static func shape(ofPage html: String) -> [String] {
    // Tags with their attributes' names, as a browser cuts them.
    html.matches(of: /<(\/?[a-zA-Z!][^\s>]*)((?:\s+[a-zA-Z-]+(?:="[^"]*")?)*)\s*\/?>/).map { match in
      "\(match.1) "
        + match.2.matches(of: /\s([a-zA-Z-]+)(?==|\s|$)/).map { String($0.1) }.joined(separator: " ")
    }
  }

  /// Where each string of a document lies.
  private static func places(_ value: JSONValue, _ path: [String] = []) -> [[String]] {
    switch value {
    case .string: [path]
    case .array(let items): items.enumerated().flatMap { places($0.element, path + ["\($0.offset)"]) }
    case .object(let members): members.flatMap { places($0.value, path + [$0.key]) }
    default: []
    }
  }

  private static func with(_ text: String, at path: ArraySlice<String>, in value: JSONValue) -> JSONValue {
    guard let key = path.first else { return .string(text) }
    switch value {
    case .array(let items):
      return .array(
        items.enumerated().map {
          "\($0.offset)" == key ? with(text, at: path.dropFirst(), in: $0.element) : $0.element
        })
    case .object(let members):
      return .object(
        members.map {
          $0.key == key
            ? JSONMember($0.key, value: with(text, at: path.dropFirst(), in: $0.value)) : $0
        })
    default: return value
    }
  }

  /// Nil where the place takes only words of a list, or a time.
  private static func report(_ text: String, at path: [String]) throws -> Report? {
    let document = try JSONValue(parsing: Fixture.report.json())
    do {
      return try with(text, at: path[...], in: document).decoded(as: Report.self)
    } catch is DecodingError {
      return nil
    }
  }

  @Test func noFieldOfAReportBecomesAnythingElse() throws {
    let places = Self.places(try JSONValue(parsing: Fixture.report.json()))
    var tried = 0
    for (index, place) in places.enumerated() {
      guard let plain = try Self.report("word", at: place) else { continue }
      let (page, lines) = (Self.shape(ofPage: try plain.html()), try plain.markdown().lines)
      // Three for each field, each text in many fields: a page takes its time without optimisation.
      for turn in 0..<3 {
        let text = Self.texts[(index * 3 + turn) % Self.texts.count]
        guard let report = try Self.report(text, at: place) else { continue }
        tried += 1
        #expect(Self.shape(ofPage: try report.html()) == page, "\(place.joined(separator: ".")): \(text)")
        let markdown = try report.markdown()
        #expect(markdown.lines.count == lines.count, "\(place.joined(separator: ".")): \(text)")
        Self.expectWords(markdown, "\(place.joined(separator: ".")): \(text)")
      }
    }
    print("hostile words in a report: \(tried) cases over \(places.count) fields")
    #expect(tried > 60)
  }

  /// What only our own words may be in Markdown.
  private static func expectWords(_ markdown: String, _ name: String) {
    // What stands behind a backslash is that character and no mark.
    let text = String(
      String.UnicodeScalarView(markdown.unicodeScalars.filter { $0 != "\u{301}" && $0 != "\u{200D}" })
    ).replacing(/\\./, with: "")
    for sign in [
      "://evil", " www.evil", "@maria", "@evil", "#12", "#34", "](", "<img", "<script", "<details", "![",
      "\r", "\n# heading", "- # heading", "~~~", "<!-- hidden",
    ] {
      #expect(!text.contains(sign), "\(name) has \(sign)")
    }
  }

  @Test(arguments: texts) func inMarkdownALineStaysALineOfWords(text: String) {
    let line = MarkdownText.escaped(text)
    #expect(line.lines.count == 1)
    Self.expectWords("x \(line)", text)
    let marks = ["#", "-", "+", "=", ">", "~", "`", "|", "*", "_"]
    #expect(!marks.contains(line.prefix(1).description), "\(line)")
    let code = MarkdownText.code(text)
    let run = code.prefix { $0 == "`" }
    #expect(code.lines.count == 1 && !code.dropFirst(run.count).dropLast(run.count).contains("\(run)`"))
  }

  @Test(arguments: texts) func onAPageNoMarkIsLeft(text: String) throws {
    let page = try Template("{{x}}", file: "x", contentType: .html).render(["x": .string(text)])
    #expect(!page.unicodeScalars.contains { "<>\"'".unicodeScalars.contains($0) }, "\(page)")
  }
}

extension String {
  /// As Markdown cuts them.
  fileprivate var lines: [Substring.UnicodeScalarView] {
    self[...].unicodeScalars.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r" }
  }
}
