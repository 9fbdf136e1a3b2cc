import Experts
import ModelExperts
import ProviderSchemas

/// The provider schemas of this machine as what an expert may look up.
struct SchemaDesk: ReferenceDesk {
  private let shelf: SchemaShelf
  private let constraints: ConstraintSet

  init(shelf: SchemaShelf, constraints: ConstraintSet = .shipped) {
    self.shelf = shelf
    self.constraints = constraints
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

  func providers(of types: [String]) -> String? {
    var seen: Set<String> = []
    let schemas = types.compactMap { schema(knowing: $0)?.schema }.filter { seen.insert($0.source).inserted }
    let lines = schemas.compactMap { schema -> String? in
      let parts = schema.version.split(separator: ".")
      guard parts.count >= 2, parts.prefix(2).allSatisfy({ $0.allSatisfy(\.isNumber) }) else { return nil }
      let name = schema.source.split(separator: "/").last.map(String.init) ?? schema.source
      let version = parts.prefix(2).joined(separator: ".")
      return "    \(name) = { source = \"\(schema.source)\", version = \"~> \(version)\" }"
    }
    guard !lines.isEmpty else { return nil }
    return "terraform {\n  required_providers {\n\(lines.joined(separator: "\n"))\n  }\n}"
  }

  func schema(of type: String, limit: Int) -> String? {
    guard let (schema, block) = schema(knowing: type) else { return nil }
    return SchemaSlice(type, block: block, schema: schema, constraints: constraints, limit: limit).text
  }
}
