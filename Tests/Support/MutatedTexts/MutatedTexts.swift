/// Texts that are nearly what a reader expects: from one that is, by changes that a seed decides, so that what fails can be
/// tried again.
package struct MutatedTexts: Sequence, IteratorProtocol {
  private let original: [UInt8]
  private var state: UInt64
  private var left: Int

  /// - Parameters:
  ///   - text: what the reader expects.
  ///   - count: of the texts.
  package init(_ text: String, seed: UInt64, count: Int) {
    original = Array(text.utf8)
    state = seed
    left = count
  }

  package mutating func next() -> String? {
    guard left > 0 else { return nil }
    left -= 1
    var bytes = original
    for _ in 0...number(below: 3) { change(&bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What is put in: numbers that no `Int` and hardly a `Double` holds, marks of every language that is read, what turns,
  /// ends or hides text, and halves of characters.
  private static let pieces: [[UInt8]] =
    [
      "9e18", "1e300", "-1e300", "9223372036854775807", "-9223372036854775808", "1e999", "NaN", "-0", "inf",
      "0x7fffffffffffffff", "99999-99-99T99:99:99Z", "0000-00-00", "{", "}", "[", "]", "\"", "'", "\\", "\\u",
      "\\ud800", "${", "%{", "<<EOT\n", "/*", "#", "---\n", "...\n", "&a ", "*a", "<<: ", "!!binary ", "? ",
      "- ", ": ", ",", ";", "\r\n", "\n\n", "\t", "null", "true", "~", "\u{0}", "\u{1B}[2J", "\u{202E}",
      "\u{FEFF}", "\u{2028}", "🏳️‍🌈", "e\u{301}", "data: ", "event: error\n", "[DONE]",
    ].map { Array($0.utf8) } + [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF0, 0x9F]]

  private mutating func change(_ bytes: inout [UInt8]) {
    let place = number(below: bytes.count + 1)
    let end = Swift.min(bytes.count, place + number(below: 40))
    switch number(below: 8) {
    case 0: bytes.replaceSubrange(place..<end, with: [])
    case 1: bytes.insert(contentsOf: Self.pieces[number(below: Self.pieces.count)], at: place)
    case 2: bytes.replaceSubrange(place..<end, with: Self.pieces[number(below: Self.pieces.count)])
    case 3: bytes.insert(contentsOf: bytes[place..<end], at: place)
    case 4: bytes.removeSubrange(place...)
    case 5: replaceNumber(in: &bytes, from: place)
    case 6:
      let piece = Self.pieces[number(below: Self.pieces.count)]
      bytes.insert(contentsOf: (0..<300).flatMap { _ in piece }, at: place)
    default: if place < bytes.count { bytes[place] = UInt8(truncatingIfNeeded: number(below: 256)) }
    }
  }

  /// The next number behind a place becomes another.
  private mutating func replaceNumber(in bytes: inout [UInt8], from place: Int) {
    func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    guard let start = bytes[place...].firstIndex(where: isDigit) else { return }
    let end = bytes[start...].firstIndex { !isDigit($0) } ?? bytes.count
    bytes.replaceSubrange(start..<end, with: Self.pieces[number(below: 12)])
  }

  /// SplitMix64.
  private mutating func number(below limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int(truncatingIfNeeded: (z ^ (z >> 31)) >> 2) % Swift.max(1, limit)
  }
}
