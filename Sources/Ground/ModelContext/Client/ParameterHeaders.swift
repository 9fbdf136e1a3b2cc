import Basics

/// Parameters that a server wants repeated in headers (`x-mcp-header`).
enum ParameterHeaders {
  private static let key = "x-mcp-header"

  /// Nil where a schema asks for it against the rules: a name that is no token or is there twice, a value that is no plain
  /// one, a place that is not reached by properties alone.
  static func mirrored(in schema: JSONValue) -> [(path: [String], header: String)]? {
    var found: [(path: [String], header: String)] = []
    func collect(_ schema: JSONValue, path: [String]) -> Bool {
      for property in schema["properties"]?.object ?? [] {
        let path = path + [property.key]
        if let header = property.value[key] {
          guard let name = header.string, isToken(name),
            let type = property.value["type"]?.string, ["string", "integer", "boolean"].contains(type),
            !found.contains(where: { $0.header.lowercased() == name.lowercased() })
          else { return false }
          found.append((path, name))
        }
        guard collect(property.value, path: path) else { return false }
      }
      return true
    }
    guard collect(schema, path: []), count(of: key, in: schema) == found.count else { return nil }
    return found
  }

  /// The headers for a call; a value that is not there has none.
  static func headers(_ mirrored: [(path: [String], header: String)], arguments: JSONValue) -> [(
    name: String, value: String
  )] {
    mirrored.compactMap { path, header in
      let value = path.reduce(Optional(arguments)) { $0?[$1] }
      let text: String? =
        switch value {
        case .string(let text): text
        case .integer(let number): "\(number)"
        case .bool(let flag): flag ? "true" : "false"
        default: nil
        }
      return text.map { ("Mcp-Param-\(header)", MirroredHeaders.encoded($0)) }
    }
  }

  private static func isToken(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
          || "!#$%&'*+-.^_`|~".utf8.contains(byte)
      }
  }

  private static func count(of key: String, in json: JSONValue) -> Int {
    switch json {
    case .array(let elements): elements.reduce(0) { $0 + count(of: key, in: $1) }
    case .object(let members):
      members.reduce(0) { $0 + ($1.key == key ? 1 : 0) + count(of: key, in: $1.value) }
    default: 0
    }
  }
}
