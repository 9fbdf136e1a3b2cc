import Basics

/// Something that can be read under an address, or a template of such addresses (RFC 6570, level 1).
package struct ResourceDefinition: Sendable, Hashable {
  /// Absolute; of a template with `{names}`.
  package var address: String
  package var name: String
  package var title: String
  package var description: String
  package var mediaType: String

  package init(address: String, name: String, title: String, description: String, mediaType: String) {
    self.address = address
    self.name = name
    self.title = title
    self.description = description
    self.mediaType = mediaType
  }

  var members: [(String, JSONValue?)] { [("uri", .string(address))] + rest }

  var json: JSONValue { .members(members) }

  var template: JSONValue { .members([("uriTemplate", .string(address))] + rest) }

  private var rest: [(String, JSONValue?)] {
    [
      ("name", .string(name)), ("title", .string(title)), ("description", .string(description)),
      ("mimeType", .string(mediaType)),
    ]
  }
}
