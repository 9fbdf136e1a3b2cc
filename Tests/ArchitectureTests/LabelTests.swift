import Foundation
import Testing

/// A call reads as a sentence: of a function's parameters all but the first have a label. The number of exceptions can
/// only fall.
struct LabelTests {
  private static let sources = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources")

  /// How many functions may have two parameters without a label, and how many three or more. Lower the numbers with
  /// each one that goes; never raise them.
  private static let allowed = (two: 41, three: 9)

  @Test func parametersHaveLabels() throws {
    let root = Self.sources.path(percentEncoded: false)
    let files = try #require(FileManager.default.subpaths(atPath: root)).filter { $0.hasSuffix(".swift") }
    var two: [String] = []
    var three: [String] = []
    for file in files {
      let text = try String(contentsOf: Self.sources.appending(path: file), encoding: .utf8)
      for declaration in Self.declarations(in: text) {
        let bare = Self.parameters(declaration.parameters).count { $0.hasPrefix("_ ") }
        if bare == 2 { two.append("\(file): \(declaration.name)") }
        if bare > 2 { three.append("\(file): \(declaration.name)") }
      }
    }
    #expect(two.count == Self.allowed.two, "\(two.sorted().joined(separator: "\n"))")
    #expect(three.count == Self.allowed.three, "\(three.sorted().joined(separator: "\n"))")
  }

  /// Functions and initialisers with the text between their parentheses.
  private static func declarations(in text: String) -> [(name: String, parameters: Substring)] {
    var found: [(name: String, parameters: Substring)] = []
    for line in text.matches(
      of: #/(?m)^(?![ \t]*//)[^\n"]*?\b((?:func [A-Za-z_]\w*|init\??)(?:<[^>(]*>)?)\(/#)
    {
      var depth = 1
      var end = line.range.upperBound
      while depth > 0, end < text.endIndex {
        if text[end] == "(" { depth += 1 }
        if text[end] == ")" { depth -= 1 }
        end = text.index(after: end)
      }
      found.append((String(line.output.1), text[line.range.upperBound..<end].dropLast()))
    }
    return found
  }

  /// The parameters of a list, without the space around them.
  private static func parameters(_ list: Substring) -> [String] {
    var depth = 0
    var found = [""]
    var last: Character = " "
    for character in list {
      if "([{<".contains(character) { depth += 1 }
      if ")]}".contains(character) || character == ">" && last != "-" { depth -= 1 }
      last = character
      if character == ",", depth == 0 { found.append("") } else { found[found.count - 1].append(character) }
    }
    return found.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
  }

  @Test func theScanSeesWhatItLooksFor() {
    let text = """
      struct A {
        init(_ a: Int, _ b: [String: Int]) {}
        func one(_ a: Int, b: (Int, Int) -> Void, _ c: Int = f(1, 2)) {}
        // func two(_ a: Int, _ b: Int)
      }
      """
    let counts = Self.declarations(in: text).map { declaration in
      Self.parameters(declaration.parameters).count { $0.hasPrefix("_ ") }
    }
    #expect(counts == [2, 2])
  }
}
