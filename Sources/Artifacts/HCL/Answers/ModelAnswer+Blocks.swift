import Basics

extension ModelAnswer {
  static func fencedBlocks(_ answer: Substring) -> [CodeBlock] {
    FencedBlock.blocks(in: answer).map { block in
      var code = block.lines[...]
      // What was cut off has no last line of its own.
      if !block.isClosed, code.last?.isEmpty == true { code = code.dropLast() }
      let words = block.info.split { $0 == " " || $0 == ":" || $0 == "=" }
      let path =
        code.first.flatMap { commentedPath($0[...]) } ?? words.dropFirst().lazy.compactMap(path).first
        ?? namedPath(block.before[...])
      return CodeBlock(
        language: words.first.map { $0.lowercased() }, path: path, text: code.joined(separator: "\n") + "\n",
        isClosed: block.isClosed)
    }
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
