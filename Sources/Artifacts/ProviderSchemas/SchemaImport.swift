import Basics

/// Makes compact schemas from what `tofu providers schema -json` prints.
package struct SchemaImport {
  /// Each distinct block once, by its line of text.
  private var offsets: [String: Int] = [:]
  private var lines = ""

  /// The compact text of each provider in the document, by its source.
  /// - Parameter versions: the version of each provider by source, from the lock file; the document has none.
  /// - Throws: a diagnostic when the document holds no provider schemas.
  package static func compact(_ document: JSONValue, versions: [String: String]) throws(Diagnostic)
    -> [String: String]
  {
    guard let providers = document["provider_schemas"]?.object else {
      throw Diagnostic(
        code: "schema.format", summary: "Not a schema document",
        detail: "The document has no \"provider_schemas\". Make it with: tofu providers schema -json.")
    }
    var result: [String: String] = [:]
    for provider in providers {
      let source = provider.key.split(separator: "/").suffix(2).joined(separator: "/")
      var importer = SchemaImport()
      result[source] = importer.text(
        of: provider.value, source: source, version: versions[source] ?? "unknown")
    }
    return result
  }

  private mutating func text(of provider: JSONValue, source: String, version: String) -> String {
    let own = block(provider["provider"]?["block"] ?? .null)
    var text = "schema 1 \(source) \(version)\n\(own)\n"
    for key in ["resource_schemas", "data_source_schemas"] {
      let members = (provider[key]?.object ?? []).sorted { $0.key < $1.key }
      text += "\(members.count)\n"
      for member in members { text += "\(member.key) \(block(member.value["block"] ?? .null))\n" }
    }
    return text + lines
  }

  /// The offset of the line that describes the block.
  private mutating func block(_ json: JSONValue) -> Int {
    var items: [String] = []
    for member in (json["attributes"]?.object ?? []).sorted(by: { $0.key < $1.key }) {
      items.append("\(member.key):\(Self.attribute(member.value))")
    }
    for member in (json["block_types"]?.object ?? []).sorted(by: { $0.key < $1.key }) {
      let nested = member.value
      let letter = Self.nesting[nested["nesting_mode"]?.string ?? ""] ?? "l"
      let (minimum, maximum) = (nested["min_items"]?.integer ?? 0, nested["max_items"]?.integer ?? 0)
      items.append("\(member.key)@\(letter)\(minimum)-\(maximum):\(block(nested["block"] ?? .null))")
    }
    let line = items.joined(separator: " ")
    if let known = offsets[line] { return known }
    let offset = lines.utf8.count
    offsets[line] = offset
    lines += line + "\n"
    return offset
  }

  private static let nesting = ["single": "s", "list": "l", "set": "t", "map": "m", "group": "g"]

  private static func attribute(_ json: JSONValue) -> String {
    let isSet = { (key: String) in json[key]?.bool == true }
    let use: AttributeSchema.Use =
      isSet("required") ? .required : !isSet("optional") ? .computed : isSet("computed") ? .either : .optional
    let marks = (isSet("sensitive") ? "!" : "") + (isSet("deprecated") ? "~" : "")
    let type = json["nested_type"].map(nestedType) ?? json["type"].map(Self.type) ?? "d"
    return "\(use.rawValue)\(marks)\(type)"
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
