import ProviderSchemas

/// What a resource type accepts, for whoever writes it: what has to be set first, each with its type and the values it takes;
/// the names of the rest on one line. What is deprecated, what the provider sets itself and what every type has is left out.
struct SchemaSlice {
  private(set) var text: String
  private let schema: ProviderSchema
  private let values: [String: [String]]
  private let type: String
  private var room: Int

  /// Arguments of every type that nobody has to be told of.
  private static let usual: Set<String> = ["id", "tags_all"]
  private static let deepest = 2

  /// - Parameter limit: in bytes.
  init(
    _ type: String, block: BlockSchema, schema: ProviderSchema, constraints: ConstraintSet, limit: Int
  ) {
    self.schema = schema
    self.type = type
    values = Dictionary(
      constraints.constraints(for: type).flatMap(\.values).map { ($0.path, $0.texts) },
      uniquingKeysWith: { first, _ in first })
    text = "resource \(type) (\(schema.name))"
    room = limit - text.utf8.count
    write(block, path: [], indent: "  ")
  }

  private mutating func add(_ line: String) {
    guard room > line.utf8.count else {
      room = 0
      return
    }
    text += "\n\(line)"
    room -= line.utf8.count + 1
  }

  private mutating func write(_ block: BlockSchema, path: [String], indent: String) {
    let settable = block.attributes.filter { name, attribute in
      attribute.use != .computed && !attribute.isDeprecated && !(path.isEmpty && Self.usual.contains(name))
    }.sorted { $0.key < $1.key }
    for (name, attribute) in settable where attribute.use == .required {
      add("\(indent)\(name): \(attribute.type.description), required\(accepted(path + [name]))")
    }
    let blocks = block.blocks.filter { path.isEmpty ? $0.key != "timeouts" : true }.sorted { $0.key < $1.key }
    for (name, nested) in blocks where nested.minimum > 0 {
      write(nested, name: name, path: path, indent: indent)
    }
    let optional = settable.filter { $0.value.use != .required }
    let plain = optional.filter { accepted(path + [$0.key]).isEmpty }
    if !plain.isEmpty {
      let names = plain.map { name, attribute in
        attribute.type.description == "string" ? name : "\(name) (\(attribute.type.description))"
      }
      add("\(indent)optional: \(names.joined(separator: ", "))")
    }
    for (name, attribute) in optional where !accepted(path + [name]).isEmpty {
      add("\(indent)\(name): \(attribute.type.description), optional\(accepted(path + [name]))")
    }
    for (name, nested) in blocks where nested.minimum == 0 {
      write(nested, name: name, path: path, indent: indent)
    }
  }

  private mutating func write(
    _ nested: BlockSchema.NestedBlock, name: String, path: [String], indent: String
  ) {
    // A block that has become a resource of its own is written as one.
    let own = ["\(type)_\(name)", "\(type)_\(name)_configuration"].first { schema.resource($0) != nil }
    if path.isEmpty, nested.minimum == 0, let own {
      add("\(indent)no block \(name): write resource \(own)")
      return
    }
    let use = nested.minimum > 0 ? "required" : "optional"
    let many = nested.maximum == 1 || nested.nesting == .single ? "once" : "repeatable"
    add("\(indent)block \(name): \(use), \(many)")
    guard path.count < Self.deepest, room > 0 else { return }
    write(schema.block(nested), path: path + [name], indent: indent + "  ")
  }

  /// ` (A | B)`; empty where nothing is known of the values.
  private func accepted(_ path: [String]) -> String {
    let name = path.joined(separator: ".")
    guard let texts = values[name], !texts.isEmpty else { return "" }
    let more = texts.count > 12 ? " | …" : ""
    return " (\(texts.prefix(12).joined(separator: " | "))\(more))"
  }
}
