import Basics

/// Fills in what the API server fills in where an object says nothing: rules in CEL see objects that way.
struct FieldDefaults {
  let schemas: KindSchemas

  func applied(to value: JSONValue, at place: Int) -> JSONValue {
    guard let schema = schemas.schema(at: place) else { return value }
    switch value {
    case .object(let members): return .object(object(members, schema: schema))
    case .array(let elements):
      guard let items = schema.items else { return value }
      return .array(elements.map { applied(to: $0, at: items) })
    default: return value
    }
  }

  private func object(_ members: [JSONMember], schema: FieldSchema) -> [JSONMember] {
    var result: [JSONMember] = []
    for member in members {
      let property = schema.properties[member.key]?.schema ?? schema.others
      // A null where none may be is taken away, and the default comes in its place.
      if member.value.isNull, let property, schemas.schema(at: property)?.isNullable != true { continue }
      result.append(
        JSONMember(member.key, value: property.map { applied(to: member.value, at: $0) } ?? member.value))
    }
    let given = Set(result.map(\.key))
    for (name, property) in schema.properties.sorted(by: { $0.key < $1.key }) where !given.contains(name) {
      guard let standard = schemas.schema(at: property.schema)?.standard else { continue }
      result.append(JSONMember(name, value: applied(to: standard, at: property.schema)))
    }
    return result
  }
}
