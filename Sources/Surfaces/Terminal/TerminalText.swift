import Foundation

/// Makes text of others harmless where it is shown: what a terminal would obey, what turns the direction of reading, and
/// what cannot be seen is written out as `\\uXXXX`, which in JSON means the same character.
///
/// Only what the programs themselves draw gets through, because it is marked by a word that is chosen anew in each process.
package enum TerminalText {
  private static let word = String(UInt64.random(in: .min ... .max), radix: 16)
  private static let start = "\u{F8F0}\(word) "
  private static let end: Character = "\u{F8F1}"

  /// A control sequence of our own, to be put into a text: `1A`, `31m`.
  package static func sequence(_ code: String) -> String { "\(start)\(code)\(end)" }

  /// The text as it may be written: of others' characters none that acts.
  package static func safe(_ text: String) -> String {
    guard isSuspect(text) else { return text }
    var pieces = text.split(separator: start, omittingEmptySubsequences: false)
    var written = escaped(pieces.removeFirst().unicodeScalars)
    for piece in pieces {
      guard let close = piece.firstIndex(of: end) else {
        written += escaped(piece.unicodeScalars)
        continue
      }
      written += "\u{1B}[\(piece[..<close])" + escaped(piece[piece.index(after: close)...].unicodeScalars)
    }
    return written
  }

  /// The text without our own sequences.
  package static func plain(_ text: String) -> String {
    text.split(separator: start, omittingEmptySubsequences: false).enumerated().map { index, piece in
      guard index > 0, let close = piece.firstIndex(of: end) else { return String(piece) }
      return String(piece[piece.index(after: close)...])
    }.joined()
  }

  /// Whether a byte is there with which a character begins that may act; most texts have none, and are left alone.
  private static func isSuspect(_ text: String) -> Bool {
    text.utf8.contains { byte in
      (byte < 0x20 && byte != 0x0A && byte != 0x09)
        || [0x7F, 0xC2, 0xD8, 0xE1, 0xE2, 0xEF, 0xF3].contains(byte)
    }
  }

  private static func escaped(_ scalars: Substring.UnicodeScalarView) -> String {
    var text = String.UnicodeScalarView()
    var before: Unicode.Scalar = " "
    for (place, scalar) in zip(scalars.indices, scalars) {
      let next = scalars.index(after: place)
      let after = next < scalars.endIndex ? scalars[next] : " "
      if acts(scalar, before: before, after: after) {
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          text.append(
            contentsOf: "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".unicodeScalars)
        }
      } else {
        text.append(scalar)
      }
      before = scalar
    }
    return String(text)
  }

  /// Whether a character controls a terminal, turns the direction of what follows, or is not seen at all.
  private static func acts(
    _ scalar: Unicode.Scalar, before: Unicode.Scalar, after: Unicode.Scalar
  ) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    // A line's end in files of other systems.
    case 0x0D: after != "\n"
    case 0x00...0x1F, 0x7F...0x9F: true
    // Joiners are letters' own business in many scripts; between ASCII they only hide.
    case 0x200C, 0x200D: before.isASCII || after.isASCII
    case 0x00AD, 0x061C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB,
      0xF8F0, 0xF8F1,
      0xE0000...0xE0FFF:
      true
    default: false
    }
  }
}
