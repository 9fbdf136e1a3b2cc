import Basics
import Manifests
import Patterns

/// Holds a value against what its place accepts, as the API server does with strict field validation.
struct FieldCheck {
  let schemas: KindSchemas
  /// What is said of objects whatever their kind.
  let metadata: (schemas: KindSchemas, place: Int)?
  var faults: [FieldFault] = []
  /// What could not be decided, each once.
  var unchecked: Set<String> = []
  init(_ schemas: KindSchemas, metadata: (schemas: KindSchemas, place: Int)?) {
    self.schemas = schemas
    self.metadata = metadata
  }

  mutating func check(_ value: JSONValue, at place: Int, path: FieldPath) {
    guard let schema = schemas.schema(at: place) else {
      unchecked.insert("\(path): the schema is damaged there")
      return
    }
    if value.isNull {
      // A null counts as nothing where it is not asked for by name; in a list it is an element.
      if !schema.isNullable, case .index? = path.steps.last {
        fault("null", summary: "Empty element", detail: "An element of the list is empty.", path: path)
      }
      return
    }
    guard hasKind(value, schema: schema, path: path) else { return }
    checkValue(value, schema: schema, path: path)
    switch value {
    case .object(let members): checkObject(members, value: value, schema: schema, path: path)
    case .array(let elements): checkList(elements, schema: schema, path: path)
    default: break
    }
    combine(value, schema: schema, path: path)
  }

  mutating func fault(_ code: String, summary: String, detail: String, path: FieldPath) {
    faults.append(FieldFault(code: code, summary: summary, detail: detail, path: path))
  }

  private mutating func hasKind(_ value: JSONValue, schema: FieldSchema, path: FieldPath) -> Bool {
    let holds =
      switch (schema.kind, value) {
      case (.any, _), (.object, .object), (.array, .array), (.string, .string), (.boolean, .bool),
        (.integer, .integer), (.number, .integer), (.number, .number), (.integerOrString, .integer),
        (.integerOrString, .string), (.quantity, .integer), (.quantity, .number), (.quantity, .string):
        true
      case (.integer, .number), (.integerOrString, .number): value.integer != nil
      default: false
      }
    if !holds {
      fault(
        "type", summary: "Wrong type",
        detail: "'\(path)' is \(Self.name(of: value)), and \(Self.name(of: schema.kind)) is needed."
          + Self.hint(value, kind: schema.kind),
        path: path)
    }
    return holds
  }

  /// A list of entries with the same key, or a set with the same element twice, is refused.
  private mutating func checkList(_ elements: [JSONValue], schema: FieldSchema, path: FieldPath) {
    var seen: Set<JSONValue> = []
    for (index, element) in elements.enumerated() {
      if let items = schema.items { check(element, at: items, path: path.index(index)) }
      let key: JSONValue? =
        schema.isSet
        ? element
        : schema.listKeys.isEmpty || element.object == nil
          ? nil
          : .array(schema.listKeys.map { element[$0] ?? standard(of: $0, items: schema.items) ?? .null })
      guard let key, !seen.insert(key).inserted else { continue }
      let what = schema.listKeys.map { "\($0) \(element[$0]?.compact ?? "none")" }.joined(separator: ", ")
      fault(
        "duplicate-entry", summary: "Duplicate entry",
        detail: "'\(path)' has \(schema.isSet ? element.compact : what) more than once.",
        path: path.index(index))
    }
  }

  private func standard(of key: String, items: Int?) -> JSONValue? {
    guard let element = items.flatMap(schemas.schema), let property = element.properties[key] else {
      return nil
    }
    // The only default of a key in Kubernetes' own lists.
    return schemas.schema(at: property.schema)?.standard ?? (key == "protocol" ? "TCP" : nil)
  }

  private mutating func checkObject(
    _ members: [JSONMember], value: JSONValue, schema: FieldSchema, path: FieldPath
  ) {
    for member in members {
      let here = path.key(member.key)
      if schema.isResource, member.key == "metadata", let metadata {
        var inner = FieldCheck(metadata.schemas, metadata: nil)
        inner.check(member.value, at: metadata.place, path: here)
        faults += inner.faults
        if let property = schema.properties[member.key] {
          checkLoosely(member.value, at: property.schema, path: here)
        }
      } else if let property = schema.properties[member.key] {
        check(member.value, at: property.schema, path: here)
      } else if let others = schema.others {
        check(member.value, at: others, path: here)
      } else if !schema.keepsUnknown, schema.kind != .any,
        !(schema.isResource && ["apiVersion", "kind", "metadata"].contains(member.key))
      {
        fault(
          "unknown-field", summary: "Unknown field",
          detail: "There is no field '\(here)'."
            + Spelling.hint(for: member.key, among: schema.properties.keys.sorted()),
          path: here)
      }
    }
    let needed = schema.properties.filter(\.value.isRequired).map(\.key) + schema.required
    for name in needed.sorted() where value[name]?.isNull ?? true {
      if let property = schema.properties[name], schemas.schema(at: property.schema)?.standard != nil {
        continue
      }
      if value[name] != nil, let property = schema.properties[name],
        schemas.schema(at: property.schema)?.isNullable == true
      {
        continue
      }
      fault(
        "missing-field", summary: "Missing field", detail: "'\(path.key(name))' is needed.", path: path)
    }
  }

  /// What a kind says of `metadata` beside what all objects have: limits of names.
  private mutating func checkLoosely(_ value: JSONValue, at place: Int, path: FieldPath) {
    guard let schema = schemas.schema(at: place), !schema.properties.isEmpty else { return }
    for (name, property) in schema.properties {
      if let inner = value[name] { check(inner, at: property.schema, path: path.key(name)) }
    }
  }
}
