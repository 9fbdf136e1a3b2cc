import Basics
import Digests

/// One call of another server's tool, as it is journalled.
package struct ToolCallRecord: Sendable, Hashable, Codable {
  /// What an objection cites: `mcp-1a2b3c4d`.
  package var id: String
  package var server: String
  package var tool: String
  package var arguments: JSONValue
  /// Data of others, whatever it says.
  package var text: String
  package var isError: Bool

  /// The same for the same call of the same server.
  static func key(server: String, tool: String, arguments: JSONValue) -> String {
    "tool/\(server)/\(tool)/\(Digest(of: arguments).hexadecimal)"
  }

  static func id(of key: String) -> String { "mcp-\(Digest(of: key).hexadecimal.prefix(8))" }
}
