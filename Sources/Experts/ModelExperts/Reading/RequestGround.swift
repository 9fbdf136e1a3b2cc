import Basics

/// The words of a request, against which a ledger is held: models write down limits that nobody named.
struct RequestGround {
  private let words: Set<String>
  private let numbers: Set<Double>

  init(_ request: String) {
    let words = Self.words(request)
    self.words = Set(words)
    numbers = Set(words.compactMap(Self.number))
  }

  /// Whether a constraint has words in the request: its number or its value stands there, or most of what it says does.
  func holds(_ constraint: JSONValue) -> Bool {
    let number = constraint["number"]?.double
    let value = constraint["value"]?.string ?? ""
    if number == nil, value.isEmpty { return false }
    if let number, numbers.contains(number) { return true }
    let valued = Self.words(value)
    if !valued.isEmpty, valued.allSatisfy(words.contains) { return true }
    // A number may be written as a word, or in another unit; then the words around it stand there.
    let said = Self.words(constraint["text"]?.string ?? "").filter { $0.count > 3 }
    let known = said.filter(words.contains)
    return !said.isEmpty && known.count * 2 > said.count
  }

  /// Letters, digits and what ties them, in small letters.
  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber && !".-".contains($0) }
      .map { word in
        var word = word
        while let last = word.last, ".-".contains(last) { word.removeLast() }
        while let first = word.first, ".-".contains(first) { word.removeFirst() }
        return String(word)
      }.filter { !$0.isEmpty }
  }

  /// `300`, `99.9` and what stands before a unit, as `7d`.
  private static func number(_ word: String) -> Double? {
    let digits = word.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    return Double(finite: digits)
  }
}
