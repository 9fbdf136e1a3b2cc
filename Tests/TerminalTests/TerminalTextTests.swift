import Terminal
import Testing

/// No text of others acts on a terminal.
struct TerminalTextTests {
  @Test(arguments: [
    ("\u{1B}]0;title\u{07}", #"\u001b]0;title\u0007"#), ("\u{1B}[2J\u{1B}[H", #"\u001b[2J\u001b[H"#),
    ("a\0b", #"a\u0000b"#), ("a\u{08}\u{08}b", #"a\u0008\u0008b"#), ("a\u{7F}", #"a\u007f"#),
    ("over\rwritten", #"over\u000dwritten"#), ("\u{9B}31m", #"\u009b31m"#), ("\u{90}q", #"\u0090q"#),
    ("admin\u{202E}txt.exe", #"admin\u202etxt.exe"#), ("\u{2066}x\u{2069}", #"\u2066x\u2069"#),
    ("pay\u{200B}pal", #"pay\u200bpal"#), ("a\u{200D}b", #"a\u200db"#), ("\u{FEFF}x", #"\ufeffx"#),
    ("\u{2028}x\u{2029}", #"\u2028x\u2029"#), ("\u{E0041}", #"\udb40\udc41"#),
    ("\u{1B}]8;;http://x\u{1B}\\y", #"\u001b]8;;http://x\u001b\y"#), ("\u{061C}", #"\u061c"#),
    ("\u{F8F0}1 31m\u{F8F1}x", #"\uf8f01 31m\uf8f1x"#),
  ])
  func whatActsIsWrittenOut(text: String, shown: String) {
    #expect(TerminalText.safe(text) == shown)
    #expect(TerminalText.safe(TerminalText.safe(text)) == shown)
  }

  @Test(arguments: [
    "plain", "ünïcode, 日本語, العربية, עברית", "tab\tand\nlines\r\nof others", "– — … „Anführung“ €",
    "👩‍👩‍👧", "می‌خواهم", "",
  ])
  func whatPeopleWriteStays(text: String) {
    #expect(TerminalText.safe(text) == text)
  }

  @Test func ourOwnSequencesGetThroughAndNoImitation() {
    let own = TerminalText.sequence("31m") + "red\u{1B}[0m" + TerminalText.sequence("0m")
    #expect(TerminalText.safe(own) == "\u{1B}[31mred\\u001b[0m\u{1B}[0m")
    #expect(TerminalText.plain(own) == "red\u{1B}[0m")
    #expect(TerminalText.safe(String(own.dropLast())).hasSuffix("0m"))
  }

  /// Every character below U+3000 and a sample of the rest: nothing that acts is left.
  @Test func noCharacterThatActsIsLeft() {
    for value in Array(0...0x2FFF) + Array(stride(from: 0x3000, through: 0x10FFFF, by: 97)) {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      let shown = TerminalText.safe("a\(Character(scalar))b").unicodeScalars
      #expect(
        shown.allSatisfy { scalar in
          let category = scalar.properties.generalCategory
          return category != .control || scalar == "\t" || scalar == "\n"
        }, "U+\(String(value, radix: 16))")
    }
  }
}
