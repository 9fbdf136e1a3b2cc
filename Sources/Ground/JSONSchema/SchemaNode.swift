import Basics

/// A schema and where it stands.
struct SchemaNode: Sendable {
  var schema: JSONValue
  /// The absolute address of what is around it, which its own `$id` is relative to; empty where nothing has one.
  var base: String
}
