import Basics

/// What a request gives word for word: quoted names and values, and literals such as addresses, zones and sizes.
struct GivenTexts: Sendable {
  let quoted: [String]
  let literals: [String]

  init(_ text: String) {
    quoted = Self.unique(Self.quotations(text).map { $0.trimming(" .,") }.filter { !$0.isEmpty })
    let known = Set(quoted)
    literals = Self.unique(
      text.matches(of: Self.literal).filter { !Self.isInsideWord($0.range, text: text) }.map {
        String($0.output)
      }
    ).filter { !known.contains($0) }
  }

  /// Texts between quotation marks or backticks, on one line; an apostrophe inside a word opens nothing.
  private static func quotations(_ text: String) -> [Substring] {
    var found: [Substring] = []
    var index = text.startIndex
    while index < text.endIndex {
      let mark = text[index]
      let start = text.index(after: index)
      index = start
      guard marks.contains(mark), mark != "'" || !isWord(before: text.index(before: start), text),
        let end = text[start...].firstIndex(where: { $0 == mark || $0 == "\n" }), text[end] == mark,
        text.distance(from: start, to: end) <= longest
      else { continue }
      found.append(text[start..<end])
      index = text.index(after: end)
    }
    return found
  }

  private static let marks: Set<Character> = ["\"", "'", "`"]
  private static let longest = 60

  private static func isWord(before index: String.Index, _ text: String) -> Bool {
    guard index > text.startIndex else { return false }
    let character = text[text.index(before: index)]
    return character.isLetter || character.isNumber
  }

  /// Addresses and networks, regions and zones, instance classes, plain numbers.
  private static var literal: Regex<Substring> {
    /\d+\.\d+\.\d+\.\d+(?:\/\d+)?|[a-z]{2}-[a-z]+-\d[a-z]?|(?:db\.|ml\.|cache\.|kafka\.)?[a-z]\d[a-z]*\.\d*[a-z]+|\d+/
  }

  private static func isInsideWord(_ range: Range<String.Index>, text: String) -> Bool {
    func joins(_ character: Character) -> Bool {
      character.isLetter || character.isNumber || "._/".contains(character)
    }
    if range.lowerBound > text.startIndex {
      let before = text[text.index(before: range.lowerBound)]
      if joins(before), before != "/" { return true }
    }
    guard range.upperBound < text.endIndex else { return false }
    let after = text[range.upperBound]
    return joins(after) && after != "."
  }

  private static func unique(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }
}

extension Substring {
  /// Without these characters at both ends.
  fileprivate func trimming(_ characters: String) -> String {
    var text = self
    while let first = text.first, characters.contains(first) { text.removeFirst() }
    while let last = text.last, characters.contains(last) { text.removeLast() }
    return String(text)
  }
}
