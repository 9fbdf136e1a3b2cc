import Basics

/// Makes files of kinds from what describes them: CustomResourceDefinitions, a cluster's `/openapi/v3` documents, or JSON
/// schemas as validators of manifests keep them (`_definitions.json`, or one file for each kind).
package struct KindImport {
  private var kinds: [String: Int] = [:]
  private var lines: [String] = []
  private var places: [String: Int] = [:]
  /// Places of definitions that others refer to; one that is being read has its number already.
  private var defined: [String: Int] = [:]
  private var definitions: [String: JSONValue] = [:]

  private let demands: KindDemands

  /// - Parameter demands: what is asked of definitions beyond what they say.
  package init(demands: KindDemands = .none) { self.demands = demands }

  package var isEmpty: Bool { kinds.isEmpty }

  /// - Parameter name: what the kinds are of, one word.
  package func compact(name: String, version: String) -> String {
    let index = kinds.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)\n" }.joined()
    return "kinds 1 \(name) \(version)\n\(kinds.count)\n\(index)" + lines.map { "\($0)\n" }.joined()
  }

  /// A CustomResourceDefinition: every version that is served.
  package mutating func add(definition: JSONValue) {
    guard let spec = definition["spec"], let group = spec["group"]?.string,
      let kind = spec["names"]?["kind"]?.string
    else { return }
    definitions = [:]
    for version in spec["versions"]?.array ?? [] where version["served"]?.bool ?? true {
      guard let name = version["name"]?.string,
        let schema = (version["schema"] ?? spec["validation"])?["openAPIV3Schema"]
      else { continue }
      kinds["\(group)/\(name)/\(kind)"] = place(of: schema, isRoot: true)
    }
  }

  /// A document of definitions: `$defs`, `definitions` or `components.schemas`. Kinds are those that name themselves.
  package mutating func add(document: JSONValue) {
    let found = document["$defs"] ?? document["definitions"] ?? document["components"]?["schemas"]
    definitions = Dictionary(
      (found?.object ?? []).map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    defined = [:]
    for (name, schema) in definitions.sorted(by: { $0.key < $1.key }) {
      for kind in schema["x-kubernetes-group-version-kind"]?.array ?? [] {
        add(schema, named: name, group: kind["group"]?.string ?? "", kind: kind)
      }
    }
    // A file of one kind, whole.
    for kind in document["x-kubernetes-group-version-kind"]?.array ?? [] where document["properties"] != nil {
      guard let version = kind["version"]?.string, let name = kind["kind"]?.string else { continue }
      let group = kind["group"]?.string ?? ""
      kinds["\(group.isEmpty ? "" : "\(group)/")\(version)/\(name)"] = place(of: document, isRoot: true)
    }
  }

  private mutating func add(_ schema: JSONValue, named name: String, group: String, kind: JSONValue) {
    guard let version = kind["version"]?.string, let kindName = kind["kind"]?.string,
      // What every group takes as options is no object that is kept in a file.
      schema["properties"]?["kind"] != nil
    else { return }
    kinds["\(group.isEmpty ? "" : "\(group)/")\(version)/\(kindName)"] = place(ofDefinition: name)
  }

  mutating func place(ofDefinition name: String) -> Int {
    if let known = defined[name] { return known }
    let place = lines.count
    defined[name] = place
    lines.append("{}")
    let schema = definitions[name] ?? .null
    var field = field(schema, name: name)
    apply(demands.demand(of: name), to: &field)
    lines[place] = field.line.compact
    return place
  }

  private mutating func apply(_ demand: KindDemands.Demand?, to field: inout FieldSchema) {
    guard let demand else { return }
    for name in demand.required + demand.filled { field.properties[name]?.isRequired = true }
    for name in demand.filled { change(name, of: &field) { $0.counts = FieldSchema.Limits(least: 1) } }
    for (name, values) in demand.values { change(name, of: &field) { $0.takenValues = values } }
    for (name, values) in demand.elements {
      var element = FieldSchema()
      element.kind = .string
      element.takenValues = values
      let place = keep(element)
      change(name, of: &field) { $0.items = place }
    }
  }

  /// The property gets a place of its own: others that are written alike stay as they are.
  private mutating func change(
    _ name: String, of field: inout FieldSchema, by change: (inout FieldSchema) -> Void
  ) {
    guard let place = field.properties[name]?.schema else { return }
    do {
      var property = FieldSchema(line: try JSONValue(parsing: lines[place]))
      change(&property)
      field.properties[name]?.schema = keep(property)
    } catch {
      assertionFailure("A line that was just written is read.")
    }
  }

  private mutating func keep(_ field: FieldSchema) -> Int {
    let line = field.line.compact
    if let known = places[line] { return known }
    places[line] = lines.count
    lines.append(line)
    return lines.count - 1
  }

  mutating func place(of schema: JSONValue, isRoot: Bool = false, isStructural: Bool = true) -> Int {
    if let reference = Self.reference(of: schema) { return place(ofDefinition: reference) }
    var field = field(schema, isStructural: isStructural)
    if isRoot { field.isResource = true }
    return keep(field)
  }

  /// The definition that is meant, where nothing else is said but what it is for.
  private static func reference(of schema: JSONValue) -> String? {
    let one = schema["allOf"]?.array.flatMap { $0.count == 1 && schema["properties"] == nil ? $0[0] : nil }
    return (schema["$ref"] ?? one?["$ref"])?.string?.split(separator: "/").last.map(String.init)
  }
}
