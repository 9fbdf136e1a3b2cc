/// Times as RFC 3339 writes them.
enum DateTime {
  static func isDateTime(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    func digits(_ range: Range<Int>) -> Bool {
      range.upperBound <= bytes.count && bytes[range].allSatisfy { (0x30...0x39).contains($0) }
    }
    func letter(_ index: Int, among letters: String) -> Bool {
      bytes.indices.contains(index) && letters.utf8.contains(bytes[index])
    }
    guard digits(0..<4), letter(4, among: "-"), digits(5..<7), letter(7, among: "-"), digits(8..<10),
      letter(10, among: "Tt "), digits(11..<13), letter(13, among: ":"), digits(14..<16),
      letter(16, among: ":"),
      digits(17..<19)
    else { return false }
    var end = 19
    if letter(end, among: ".,") {
      end += 1
      while digits(end..<(end + 1)) { end += 1 }
    }
    if letter(end, among: "Zz") { return end + 1 == bytes.count }
    return letter(end, among: "+-") && digits(end + 1..<end + 3) && letter(end + 3, among: ":")
      && digits(end + 4..<end + 6) && end + 6 == bytes.count
  }
}
