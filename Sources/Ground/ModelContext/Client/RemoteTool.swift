import Basics
import Digests

/// A tool as another server describes it: words of others, which may say anything.
package struct RemoteTool: Sendable, Hashable {
  package let name: String
  package let description: String
  /// JSON Schema of the arguments.
  package let input: JSONValue
  /// Everything that was said of it.
  package let definition: JSONValue
  /// Parameters that are repeated in headers: where they stand, and the header's name.
  let mirrored: [(path: [String], header: String)]

  /// Nil for what is no tool that can be called: without a proper name or schema, or with headers against the rules.
  init?(_ json: JSONValue) {
    guard let name = json["name"]?.string, Self.isName(name), let input = json["inputSchema"],
      input.object != nil, let mirrored = ParameterHeaders.mirrored(in: input)
    else { return nil }
    self.name = name
    description = json["description"]?.string ?? ""
    self.input = input
    definition = json
    self.mirrored = mirrored
  }

  package static func == (left: RemoteTool, right: RemoteTool) -> Bool { left.definition == right.definition }

  package func hash(into hasher: inout Hasher) { hasher.combine(definition) }

  private static func isName(_ text: String) -> Bool {
    (1...128).contains(text.utf8.count)
      && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_-.".contains($0)) }
  }

  /// Of everything a server says of its tools, whatever their order: another digest means other words.
  package static func digest(_ tools: [RemoteTool]) -> String {
    Digest(of: .array(tools.sorted { $0.name < $1.name }.map(\.definition))).hexadecimal
  }
}
