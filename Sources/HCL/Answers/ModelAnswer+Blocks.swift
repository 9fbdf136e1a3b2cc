extension ModelAnswer {
  /// A run of three or more backticks or tildes and what follows it.
  private struct Fence {
    let mark: Character
    let length: Int
    let rest: Substring

    init?(_ line: Substring) {
      let trimmed = line.drop { $0 == " " || $0 == "\t" }
      guard let first = trimmed.first, first == "`" || first == "~" else { return nil }
      mark = first
      length = trimmed.prefix { $0 == first }.count
      rest = trimmed.dropFirst(length).drop { $0 == " " }
      if length < 3 || rest.contains("`") { return nil }
    }

    func closes(_ opening: Fence) -> Bool {
      mark == opening.mark && length >= opening.length && rest.allSatisfy(\.isWhitespace)
    }
  }

  static func fencedBlocks(_ lines: [Substring]) -> [CodeBlock] {
    var found: [CodeBlock] = []
    var open: (fence: Fence, before: Substring, start: Int)?
    var before: Substring = ""
    func close(at end: Int, isClosed: Bool) {
      guard let (fence, before, start) = open else { return }
      let code = lines[start..<end]
      let words = fence.rest.split { $0 == " " || $0 == ":" || $0 == "=" }
      let path =
        code.first.flatMap(commentedPath) ?? words.dropFirst().lazy.compactMap(path).first
        ?? namedPath(before)
      found.append(
        CodeBlock(
          language: words.first.map { $0.lowercased() }, path: path,
          text: code.joined(separator: "\n") + "\n", isClosed: isClosed))
    }
    for (number, line) in lines.enumerated() {
      if let fence = Fence(line) {
        if let opening = open {
          guard fence.closes(opening.fence) else { continue }
          close(at: number, isClosed: true)
          (open, before) = (nil, "")
        } else {
          open = (fence, before, number + 1)
        }
      } else if open == nil, line.contains(where: { !$0.isWhitespace }) {
        before = line
      }
    }
    close(at: lines.last?.isEmpty == true ? lines.count - 1 : lines.count, isClosed: false)
    return found
  }

  /// Without any fence: the lines of top-level blocks, as one piece.
  static func bareBlocks(_ lines: [Substring]) -> [CodeBlock] {
    var code: [Substring] = []
    var indentation: Int?
    for line in lines {
      let depth = line.prefix { $0 == " " || $0 == "\t" }.count
      if let outer = indentation {
        code.append(line)
        if depth <= outer, line.dropFirst(depth).first == "}" { indentation = nil }
      } else if let head = BlockHead(line) {
        if !code.isEmpty { code.append("") }
        code.append(line)
        if !head.endsItself { indentation = depth }
      }
    }
    if code.isEmpty { return [] }
    let text = code.joined(separator: "\n") + "\n"
    return [CodeBlock(language: nil, path: nil, text: text, isClosed: indentation == nil)]
  }

  /// `# modules/vpc/main.tf`, `// File: main.tf`.
  private static func commentedPath(_ line: Substring) -> String? {
    let trimmed = line.drop { $0 == " " }
    guard trimmed.hasPrefix("#") || trimmed.hasPrefix("//") else { return nil }
    let words = trimmed.split { " #/".contains($0) && $0 != "/" }
    guard words.count <= 3, let last = words.last else { return nil }
    return path(last)
  }

  /// The only path that a line of prose names: `**main.tf**`, "Create a file `variables.tf`:".
  private static func namedPath(_ prose: Substring) -> String? {
    let found = prose.split { " *`\"#():,".contains($0) }.compactMap(path)
    return found.count == 1 ? found.first : nil
  }

  /// The word as a relative path of a configuration file, or nil.
  private static func path(_ word: Substring) -> String? {
    var path = word.filter { $0 != "\"" && $0 != "'" && $0 != "`" }
    while path.hasPrefix("./") { path.removeFirst(2) }
    let isName = path.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "._-/".contains($0)) }
    let isHere = !path.hasPrefix("/") && !path.split(separator: "/").contains("..")
    let isFile = [".tf", ".tf.json", ".tofu"].contains { path.hasSuffix($0) && path != $0 }
    return isName && isHere && isFile ? path : nil
  }
}
