import Basics

/// What was read under an address; always text here.
package struct ResourceContents: Sendable, Hashable {
  package var address: String
  package var mediaType: String
  package var text: String
  /// What a page of an MCP App may do; nil for what is no page.
  package var page: JSONValue?

  package init(address: String, mediaType: String, text: String, page: JSONValue? = nil) {
    self.address = address
    self.mediaType = mediaType
    self.text = text
    self.page = page
  }

  var json: JSONValue {
    .members([
      ("uri", .string(address)), ("mimeType", .string(mediaType)), ("text", .string(text)),
      ("_meta", page.map { ["ui": $0] }),
    ])
  }
}
