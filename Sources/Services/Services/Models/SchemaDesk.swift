import Experts
import ModelExperts
import ProviderSchemas

/// The provider schemas of this machine as what an expert may look up.
struct SchemaDesk: ReferenceDesk {
  private let shelf: SchemaShelf

  init(shelf: SchemaShelf) {
    self.shelf = shelf
  }

  /// In the version that is meant where nothing asks for one.
  private func schema(knowing type: String) -> (schema: ProviderSchema, block: BlockSchema)? {
    let name = type.prefix { $0 != "_" }
    for source in shelf.sources where source.hasSuffix("/\(name)") {
      guard let schema = shelf.preferred(source), let block = schema.resource(type) else { continue }
      return (schema, block)
    }
    return nil
  }

  func knows(_ type: String) -> Bool {
    if type.contains("_") { return schema(knowing: type) != nil }
    // Kinds are written like this; which there are is the cluster's business.
    return type.first?.isUppercase == true && type.allSatisfy { $0.isASCII && $0.isLetter }
  }

  func schema(of type: String, limit: Int) -> String? {
    guard let (schema, block) = schema(knowing: type) else { return nil }
    var lines = ["resource \(type) (\(schema.name))"]
    var room = limit - lines[0].utf8.count
    write(block, of: schema, indent: "  ", depth: 0, into: &lines, room: &room)
    return lines.joined(separator: "\n")
  }

  /// What has to be set first, so that a cut leaves out what matters least.
  private func write(
    _ block: BlockSchema, of schema: ProviderSchema, indent: String, depth: Int, into lines: inout [String],
    room: inout Int
  ) {
    func add(_ line: String) -> Bool {
      guard room > line.utf8.count else { return false }
      lines.append(line)
      room -= line.utf8.count + 1
      return true
    }
    let settable = block.attributes.filter { $0.value.use != .computed && !$0.value.isDeprecated }
    let ordered = settable.sorted {
      ($0.value.use == .required ? 0 : 1, $0.key) < ($1.value.use == .required ? 0 : 1, $1.key)
    }
    for (name, attribute) in ordered {
      let use = attribute.use == .required ? "required" : "optional"
      guard add("\(indent)\(name): \(attribute.type.description), \(use)") else { return }
    }
    for (name, nested) in block.blocks.sorted(by: {
      ($0.value.minimum > 0 ? 0 : 1, $0.key) < ($1.value.minimum > 0 ? 0 : 1, $1.key)
    }) {
      let use = nested.minimum > 0 ? "required" : "optional"
      let many = nested.maximum == 1 || nested.nesting == .single ? "once" : "repeatable"
      guard add("\(indent)block \(name): \(use), \(many)") else { return }
      if depth < 2 {
        write(
          schema.block(nested), of: schema, indent: indent + "  ", depth: depth + 1, into: &lines, room: &room
        )
      }
    }
  }
}
