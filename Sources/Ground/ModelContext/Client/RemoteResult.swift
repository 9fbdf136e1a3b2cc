import Basics

/// What a tool of another server gave: data, whatever it says.
package struct RemoteResult: Sendable, Hashable, Codable {
  /// The texts of its content, and the kinds of what is no text.
  package let text: String
  /// Whether the tool says that it failed.
  package let isError: Bool

  init(_ json: JSONValue) {
    let parts = (json["content"]?.array ?? []).map { block -> String in
      switch block["type"]?.string {
      case "text": block["text"]?.string ?? ""
      case "resource": block["resource"]?["text"]?.string ?? "(a resource that is no text)"
      case "resource_link": "(a link: \(block["uri"]?.string ?? ""))"
      case let type: "(\(type ?? "something"), which is not read)"
      }
    }
    text = parts.isEmpty ? json["structuredContent"]?.compact ?? "" : parts.joined(separator: "\n")
    isError = json["isError"]?.bool ?? false
  }
}
