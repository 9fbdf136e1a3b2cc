/// A pattern of the form `^[a-z0-9_-]+$` as a set of characters: most demands on names are of this form, and a set
/// decides in nanoseconds what a regular expression has to be compiled for.
struct PlainPattern {
  private let letters: Set<UInt8>

  /// Nil for every other form.
  init?(_ pattern: String) {
    let bytes = Array(pattern.utf8)
    guard pattern.hasPrefix("^["), pattern.hasSuffix("]+$"), bytes.allSatisfy({ $0 < 128 }) else {
      return nil
    }
    var inner = Array(bytes[2..<(bytes.count - 3)])[...]
    var letters: Set<UInt8> = []
    guard inner.first != UInt8(ascii: "^") else { return nil }
    while let first = inner.popFirst() {
      if first == UInt8(ascii: "\\") {
        guard let escaped = inner.popFirst(), !Self.isWord(escaped) else { return nil }
        letters.insert(escaped)
      } else if inner.count > 1, inner.first == UInt8(ascii: "-"), let last = inner.dropFirst().first {
        guard Self.isWord(first), Self.isWord(last), first <= last else { return nil }
        letters.formUnion(first...last)
        inner = inner.dropFirst(2)
      } else {
        guard first != UInt8(ascii: "["), first != UInt8(ascii: "]"), first != UInt8(ascii: "&") else {
          return nil
        }
        letters.insert(first)
      }
    }
    self.letters = letters
  }

  package func matches(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy(letters.contains)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
