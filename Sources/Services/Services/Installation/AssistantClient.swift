import Basics
import Foundation

/// A program whose assistant can be told of this server, with where it keeps such entries.
package enum AssistantClient: String, Sendable, CaseIterable {
  case claude, cursor, vscode

  /// The file that the client reads.
  package func file(_ installation: Installation) -> String {
    let home = installation.environment["HOME"] ?? "/"
    let configuration =
      installation.environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? "\(home)/.config"
    return switch self {
    case .claude: "\(configuration)/Claude/claude_desktop_config.json"
    case .cursor: "\(home)/.cursor/mcp.json"
    case .vscode: "\(configuration)/Code/User/mcp.json"
    }
  }

  /// The member that holds the servers.
  private var key: String { self == .vscode ? "servers" : "mcpServers" }

  private static let name = "consilium"

  /// The entry for this installation's program.
  /// - Parameter folder: what files may be named in; an assistant's own folder is none that a person would mean.
  package func entry(_ installation: Installation, folder: String) -> JSONValue {
    let entry: [JSONMember] = [
      JSONMember("command", value: .string(installation.executable)),
      JSONMember("args", value: ["mcp", "--folder", .string(folder)]),
    ]
    return .object((self == .vscode ? [JSONMember("type", value: "stdio")] : []) + entry)
  }

  /// The client's file as it would be with the entry; everything else in it stays as it is.
  /// - Returns: the text before, empty where there is no file, and after.
  /// - Throws: `Diagnostic` for a file that cannot be read as JSON: one with comments is the person's to change.
  package func change(_ installation: Installation, folder: String) throws -> (before: String, after: String)
  {
    let path = file(installation)
    let exists = FileManager.default.fileExists(atPath: path)
    let before = exists ? try SourceFile.text(path, code: Self.code) : ""
    var members: [JSONMember] = []
    if exists, !before.allSatisfy(\.isWhitespace) {
      guard let document = JSONValue.document(before)?.object else {
        throw Diagnostic(
          code: Self.code, summary: "Not plain JSON",
          detail:
            "It has comments or is no object. Put this under '\(key)' yourself: \(entry(installation, folder: folder).compact)",
          range: SourceRange(file: path))
      }
      members = document
    }
    let others = (members.first { $0.key == key }?.value.object ?? []).filter { $0.key != Self.name }
    let servers = JSONValue.object(
      others + [JSONMember(Self.name, value: entry(installation, folder: folder))])
    if let index = members.firstIndex(where: { $0.key == key }) {
      members[index].value = servers
    } else {
      members.append(JSONMember(key, value: servers))
    }
    return (before, JSONValue.object(members).pretty)
  }

  /// Writes the client's file, whole or not at all.
  package func write(_ text: String, for installation: Installation) throws {
    let url = URL(filePath: file(installation))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url, options: .atomic)
  }

  private static let code = "mcp.client-file"
}
