/// A piece of an answer between fences of backticks or tildes.
package struct FencedBlock: Hashable, Sendable {
  /// What stands after the opening fence: `hcl`, `yaml path=manifests/web.yaml`.
  package var info: String
  package var lines: [String]
  /// The last line of prose before it, which may name it.
  package var before: String
  /// False where the answer ended inside.
  package var isClosed: Bool

  package var text: String { lines.joined(separator: "\n") + "\n" }
}

extension FencedBlock {
  /// What an answer holds where it should hold one document: the first block, or all of it where there is none.
  package static func content(of answer: String) -> String { blocks(in: answer).first?.text ?? answer }

  /// Every block of an answer, in order. A fence is closed by one of its own kind that is at least as long.
  package static func blocks(in answer: some StringProtocol) -> [FencedBlock] {
    var blocks: [FencedBlock] = []
    var open: (mark: Character, length: Int, block: FencedBlock)?
    var before = ""
    for line in answer.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r\n" })
    {
      let trimmed = line.drop { $0 == " " || $0 == "\t" }
      let mark = trimmed.first
      let length = mark == "`" || mark == "~" ? trimmed.prefix { $0 == mark }.count : 0
      let rest = trimmed.dropFirst(length)
      if var current = open {
        if mark == current.mark, length >= current.length, rest.allSatisfy(\.isWhitespace) {
          current.block.isClosed = true
          blocks.append(current.block)
          (open, before) = (nil, "")
        } else {
          current.block.lines.append(String(line))
          open = current
        }
      } else if let mark, length >= 3, !rest.contains("`") {
        let info = String(rest.drop { $0 == " " })
        open = (mark, length, FencedBlock(info: info, lines: [], before: before, isClosed: false))
      } else if line.contains(where: { !$0.isWhitespace }) {
        before = String(line)
      }
    }
    if let open { blocks.append(open.block) }
    return blocks
  }
}
