import Basics

/// Every schema of a document that can be referred to, by its address.
struct SchemaRegistry: Sendable {
  let root: SchemaNode
  /// Schema resources by absolute address.
  private var resources: [String: SchemaNode] = [:]
  /// `$anchor` and `$dynamicAnchor` by `ADDRESS#NAME`.
  private var anchors: [String: SchemaNode] = [:]
  private var dynamicAnchors: Set<String> = []

  init(_ schema: JSONValue) {
    root = SchemaNode(schema: schema, base: "")
    index(root)
    resources[""] = resources[""] ?? root
  }

  /// The schema that a `$ref` means, nil where it is not in the document.
  func resolve(_ reference: String, from base: String) -> SchemaNode? {
    let address = SchemaAddress.resolve(reference, against: base)
    let (resource, fragment) = SchemaAddress.split(address)
    guard !fragment.isEmpty else { return resources[resource] }
    if !fragment.hasPrefix("/") { return anchors["\(resource)#\(fragment)"] }
    guard let start = resources[resource] else { return nil }
    return SchemaAddress.pointer(fragment).reduce(start) { node, key in
      guard let node, let child = node.schema[key] ?? Int(key).flatMap({ node.schema[$0] }) else {
        return nil
      }
      return SchemaNode(schema: child, base: Self.base(of: node.schema, in: node.base))
    }
  }

  /// What a `$dynamicRef` means: the outermost schema on the way here with the same dynamic anchor, when the reference
  /// itself leads to one.
  func resolveDynamic(_ reference: String, from base: String, scope: [String]) -> SchemaNode? {
    guard let first = resolve(reference, from: base) else { return nil }
    let (resource, name) = SchemaAddress.split(SchemaAddress.resolve(reference, against: base))
    guard dynamicAnchors.contains("\(resource)#\(name)") else { return first }
    let outermost = scope.first { dynamicAnchors.contains("\($0)#\(name)") }
    return outermost.flatMap { anchors["\($0)#\(name)"] } ?? first
  }

  static func base(of schema: JSONValue, in base: String) -> String {
    schema["$id"]?.string.map { SchemaAddress.split(SchemaAddress.resolve($0, against: base)).resource }
      ?? base
  }

  /// Keywords whose value is data: what looks like a schema in them is none.
  private static let data: Set<String> = ["const", "enum", "default", "examples"]
  /// Keywords whose value maps names to schemas: the names are no keywords.
  private static let maps: Set<String> = [
    "$defs", "definitions", "properties", "patternProperties", "dependentSchemas",
  ]

  private mutating func index(_ node: SchemaNode) {
    switch node.schema {
    case .array(let items):
      for item in items { index(SchemaNode(schema: item, base: node.base)) }
    case .object(let members):
      let own = Self.base(of: node.schema, in: node.base)
      if node.schema["$id"]?.string != nil || resources[own] == nil { resources[own] = node }
      if let name = node.schema["$anchor"]?.string { anchors["\(own)#\(name)"] = node }
      if let name = node.schema["$dynamicAnchor"]?.string {
        anchors["\(own)#\(name)"] = node
        dynamicAnchors.insert("\(own)#\(name)")
      }
      for member in members where !Self.data.contains(member.key) {
        guard Self.maps.contains(member.key), let inner = member.value.object else {
          index(SchemaNode(schema: member.value, base: own))
          continue
        }
        for schema in inner { index(SchemaNode(schema: schema.value, base: own)) }
      }
    default: break
    }
  }
}
