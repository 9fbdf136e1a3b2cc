import Basics
import StrictYAML

extension CrewReader {
  /// The entries under `mcp:`.
  mutating func toolServers(_ node: YAMLNode?) -> [ToolServerDefinition] {
    guard let node else { return [] }
    guard let pairs = node.pairs else {
      report(
        node, summary: "Wrong type", detail: "'mcp:' is a mapping of names to servers of tools.")
      return []
    }
    return pairs.compactMap { toolServer($0) }
  }

  private mutating func toolServer(_ pair: YAMLNode.Pair) -> ToolServerDefinition? {
    let block = fields(pair.value, place: "server '\(pair.key)'", allowed: CrewKeys.toolServer)
    guard Self.isName(pair.key) else {
      report(
        at: pair.keyPosition, summary: "Wrong name",
        detail: "The server '\(pair.key)' has to be called by 1 to 30 small letters, digits and '-'.")
      return nil
    }
    guard let place = place(block, pair: pair) else { return nil }
    return ToolServerDefinition(
      name: pair.key, place: place, variables: names(block["env"], name: "env"),
      tokenVariable: block["token_env"]?.text, digest: digest(block["digest"]),
      seconds: integer(block["seconds"], name: "seconds", range: 1...3600) ?? 30,
      calls: integer(block["calls"], name: "calls", range: 1...10_000) ?? 50,
      range: SourceRange(file: file, start: pair.keyPosition))
  }

  private mutating func place(
    _ block: [String: YAMLNode], pair: YAMLNode.Pair
  ) -> ToolServerDefinition.Place? {
    switch (block["command"], block["url"]) {
    case (let command?, nil):
      let words = names(command, name: "command")
      guard let program = words.first, !program.isEmpty else {
        report(command, summary: "Missing program", detail: "'command' begins with the program to start.")
        return nil
      }
      return .program(words)
    case (nil, let url?):
      guard let text = url.text, text.hasPrefix("http://") || text.hasPrefix("https://") else {
        report(url, summary: "Wrong value", detail: "'url' begins with http:// or https://\(seen(url)).")
        return nil
      }
      return .address(text)
    default:
      report(
        at: pair.keyPosition, summary: "Missing place",
        detail: "The server '\(pair.key)' needs either 'command', a list of words, or 'url'.")
      return nil
    }
  }

  private mutating func digest(_ node: YAMLNode?) -> String? {
    guard let node else { return nil }
    guard let text = node.text, text.utf8.count == 64, text.allSatisfy(\.isHexDigit) else {
      report(
        node, summary: "Wrong value",
        detail: "'digest' is what `consilium mcp tools` prints, 64 hexadecimal digits\(seen(node)).")
      return nil
    }
    return text
  }

  private static func isName(_ text: String) -> Bool {
    (1...30).contains(text.utf8.count)
      && text.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
      }
  }
}
