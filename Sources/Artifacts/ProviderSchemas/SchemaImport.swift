import Basics

/// Makes compact schemas from what `tofu providers schema -json` prints.
package struct SchemaImport {
  /// Each distinct block once, by its line of text.
  private var offsets: [String: Int] = [:]
  private var lines = ""
  /// What is known of another version, where the document was made of bindings; nil for a provider's own document.
  private let completion: SchemaCompletion?

  private init(_ completion: SchemaCompletion?) {
    self.completion = completion
  }

  /// The compact text of each provider in the document, by its source.
  /// - Parameters:
  ///   - versions: the version of each provider by source, from the lock file; the document has none.
  ///   - isShape: whether the document was made of bindings for a programming language, which do not tell limits above
  ///     one, nor what the provider fills in where the configuration says nothing.
  ///   - base: a whole schema of another version of a provider, by source, to take from what a shape does not tell.
  /// - Throws: a diagnostic when the document holds no provider schemas.
  package static func compact(
    _ document: JSONValue, versions: [String: String], isShape: Bool = false,
    base: (String) -> ProviderSchema? = { _ in nil }
  ) throws(Diagnostic) -> [String: String] {
    guard let providers = document["provider_schemas"]?.object else {
      throw Diagnostic(
        code: "schema.format", summary: "Not a schema document",
        detail: "The document has no \"provider_schemas\". Make it with: tofu providers schema -json.")
    }
    var result: [String: String] = [:]
    for provider in providers {
      let source = provider.key.split(separator: "/").suffix(2).joined(separator: "/").lowercased()
      var importer = SchemaImport(isShape ? SchemaCompletion(base: base(source)) : nil)
      result[source] = importer.text(
        of: provider.value, source: source, version: versions[source] ?? "unknown")
    }
    return result
  }

  private mutating func text(of provider: JSONValue, source: String, version: String) -> String {
    let own = block(provider["provider"]?["block"] ?? .null, base: completion?.base?.provider)
    var text = "schema 1 \(source) \(version)\(completion == nil ? "" : " shape")\n\(own)\n"
    for key in ["resource_schemas", "data_source_schemas"] {
      let members = (provider[key]?.object ?? []).sorted { $0.key < $1.key }
      text += "\(members.count)\n"
      for member in members {
        let isResource = key == "resource_schemas"
        let known = completion?.base.flatMap {
          isResource ? $0.resource(member.key) : $0.dataSource(member.key)
        }
        text += "\(member.key) \(block(member.value["block"] ?? .null, base: known, type: member.key))\n"
      }
    }
    return text + lines
  }

  /// The offset of the line that describes the block.
  /// - Parameters:
  ///   - base: the same block in the version that completes a shape.
  ///   - type: the resource type of an outermost block.
  private mutating func block(_ json: JSONValue, base: BlockSchema?, type: String? = nil) -> Int {
    var items: [String: String] = [:]
    for member in json["attributes"]?.object ?? [] {
      if completion != nil, base?.blocks[member.key] != nil { continue }
      let known = base?.attributes[member.key]
      items[member.key] = Self.attribute(member.value, known: known, completion: completion, type: type)
    }
    for member in json["block_types"]?.object ?? [] {
      let nested = member.value
      let letter = Self.nesting[nested["nesting_mode"]?.string ?? ""] ?? "l"
      let known = base?.blocks[member.key]
      let (minimum, maximum) = (nested["min_items"]?.integer ?? 0, nested["max_items"]?.integer ?? 0)
      let inner = known.flatMap { known in completion?.base?.block(known) }
      let offset = block(nested["block"] ?? .null, base: inner)
      let limits =
        completion == nil || maximum > 0
        ? "\(minimum)-\(maximum)"
        : known.map { "\(max(minimum, $0.minimum))-\($0.maximum)" } ?? "\(minimum)-0?"
      items[member.key] = "@\(known?.nesting.rawValue ?? Character(letter))\(limits):\(offset)"
    }
    if let completion, let base {
      for (name, text) in completion.rest(of: base, given: Set(items.keys), isOutermost: type != nil) {
        items[name] = text
      }
      let written = Set((json["attributes"]?.object ?? []).map(\.key))
      let rest = completion.restBlocks(
        of: base, given: Set(items.keys), written: written, isOutermost: type != nil)
      for (name, nested) in rest {
        let offset = keep(nested, of: completion)
        items[name] = "@\(nested.nesting.rawValue)\(nested.minimum)-\(nested.maximum):\(offset)"
      }
    }
    return line(items)
  }

  /// The offset of a block that is taken as it is from the version that completes a shape.
  private mutating func keep(_ nested: BlockSchema.NestedBlock, of completion: SchemaCompletion) -> Int {
    guard let block = completion.base?.block(nested) else { return line([:]) }
    var items = block.attributes.mapValues { ":\($0.compact)" }
    for (name, inner) in block.blocks {
      items[name] =
        "@\(inner.nesting.rawValue)\(inner.minimum)-\(inner.maximum):\(keep(inner, of: completion))"
    }
    return line(items)
  }

  private mutating func line(_ items: [String: String]) -> Int {
    // Arguments first, then blocks, as the cursor reads either in any order.
    let line = items.sorted { $0.key < $1.key }.map { $0.key + $0.value }.joined(separator: " ")
    if let known = offsets[line] { return known }
    let offset = lines.utf8.count
    offsets[line] = offset
    lines += line + "\n"
    return offset
  }

  private static let nesting = ["single": "s", "list": "l", "set": "t", "map": "m", "group": "g"]

  private static func attribute(
    _ json: JSONValue, known: AttributeSchema?, completion: SchemaCompletion?, type: String?
  ) -> String {
    let isSet = { (key: String) in json[key]?.bool == true }
    var use: AttributeSchema.Use =
      isSet("required") ? .required : !isSet("optional") ? .computed : isSet("computed") ? .either : .optional
    var marks = (isSet("sensitive") ? "!" : "") + (isSet("deprecated") ? "~" : "")
    if let completion, let known {
      use = completion.use(use, known: known.use, isOutermost: type != nil)
      marks = (known.isSensitive ? "!" : "") + (known.isDeprecated ? "~" : "")
    }
    let type = json["nested_type"].map(nestedType) ?? json["type"].map(Self.type) ?? "d"
    return ":\(use.rawValue)\(marks)\(type)"
  }

  private static func type(_ json: JSONValue) -> String {
    if let name = json.string { return ["string": "s", "number": "n", "bool": "b"][name] ?? "d" }
    guard let kind = json[0]?.string, let inner = json[1] else { return "d" }
    switch kind {
    case "list": return "L" + type(inner)
    case "set": return "S" + type(inner)
    case "map": return "M" + type(inner)
    case "tuple": return "[\((inner.array ?? []).map(type).joined(separator: ","))]"
    case "object":
      let optional = Set((json[2]?.array ?? []).compactMap(\.string))
      let members = (inner.object ?? []).sorted { $0.key < $1.key }
      return
        "{\(members.map { "\(optional.contains($0.key) ? "?" : "")\($0.key):\(type($0.value))" }.joined(separator: ","))}"
    default: return "d"
    }
  }

  /// Attributes with attributes of their own, as newer providers have them.
  private static func nestedType(_ json: JSONValue) -> String {
    let members = (json["attributes"]?.object ?? []).sorted { $0.key < $1.key }.map { member in
      let isRequired = member.value["required"]?.bool == true
      let type = member.value["nested_type"].map(nestedType) ?? member.value["type"].map(Self.type) ?? "d"
      return "\(isRequired ? "" : "?")\(member.key):\(type)"
    }
    let letter = ["list": "L", "set": "S", "map": "M"][json["nesting_mode"]?.string ?? ""] ?? ""
    return "\(letter){\(members.joined(separator: ","))}"
  }
}
