import Basics

extension KindImport {
  mutating func field(_ schema: JSONValue, name: String = "", isStructural: Bool = true)
    -> FieldSchema
  {
    var field = FieldSchema()
    field.kind = Self.kind(of: schema, name: name)
    field.isNullable = schema["nullable"]?.bool ?? false
    let required = Set((schema["required"]?.array ?? []).compactMap(\.string))
    for member in schema["properties"]?.object ?? [] {
      field.properties[member.key] = FieldSchema.Property(
        schema: place(of: member.value, isStructural: isStructural), isRequired: required.contains(member.key)
      )
    }
    field.required = required.subtracting(field.properties.keys).sorted()
    readOthers(schema, into: &field, isStructural: isStructural, isNamed: !name.isEmpty)
    field.items = schema["items"].map { place(of: $0, isStructural: isStructural) }
    field.format = schema["format"]?.string
    field.pattern = schema["pattern"]?.string
    field.values = (schema["enum"]?.array ?? []).filter { !$0.isNull }
    readLimits(schema, into: &field)
    switch schema["x-kubernetes-list-type"]?.string {
    case "map": field.listKeys = (schema["x-kubernetes-list-map-keys"]?.array ?? []).compactMap(\.string)
    case "set": field.isSet = true
    default: field.isSet = schema["uniqueItems"]?.bool ?? false
    }
    field.standard = schema["default"]
    if field.kind != .integerOrString, field.kind != .quantity {
      field.all = (schema["allOf"]?.array ?? []).map { place(of: $0, isStructural: false) }
      field.any = (schema["anyOf"]?.array ?? []).map { place(of: $0, isStructural: false) }
      field.one = (schema["oneOf"]?.array ?? []).map { place(of: $0, isStructural: false) }
    }
    field.not = schema["not"].map { place(of: $0, isStructural: false) }
    field.rules = (schema["x-kubernetes-validations"]?.array ?? []).compactMap { rule in
      rule["rule"]?.string.map {
        FieldSchema.Rule(
          rule: $0, message: rule["message"]?.string, messageExpression: rule["messageExpression"]?.string)
      }
    }
    return field
  }

  private mutating func readOthers(
    _ schema: JSONValue, into field: inout FieldSchema, isStructural: Bool, isNamed: Bool
  ) {
    field.keepsUnknown =
      schema["x-kubernetes-preserve-unknown-fields"]?.bool ?? false
      || schema["additionalProperties"]?.bool == true || !isStructural
    if let others = schema["additionalProperties"], others.object != nil {
      field.others = place(of: others, isStructural: isStructural)
    }
    field.isResource = schema["x-kubernetes-embedded-resource"]?.bool ?? false
    // A definition of an object without fields is one that holds anything (`RawExtension`).
    if isNamed, field.kind == .object, field.properties.isEmpty, field.others == nil {
      field.keepsUnknown = true
    }
  }

  private func readLimits(_ schema: JSONValue, into field: inout FieldSchema) {
    field.minimum = schema["minimum"]?.double
    field.maximum = schema["maximum"]?.double
    field.excludesMinimum = schema["exclusiveMinimum"]?.bool ?? false
    field.excludesMaximum = schema["exclusiveMaximum"]?.bool ?? false
    field.multipleOf = schema["multipleOf"]?.double
    func limits(_ least: String, to most: String) -> FieldSchema.Limits? {
      let (least, most) = (schema[least]?.integer, schema[most]?.integer)
      return least == nil && most == nil ? nil : FieldSchema.Limits(least: least, most: most)
    }
    field.lengths = limits("minLength", to: "maxLength")
    field.counts = limits("minItems", to: "maxItems")
    field.sizes = limits("minProperties", to: "maxProperties")
  }

  private static func kind(of schema: JSONValue, name: String) -> FieldSchema.Kind {
    if name.hasSuffix(".Quantity") { return .quantity }
    if name.hasSuffix(".IntOrString") || schema["x-kubernetes-int-or-string"]?.bool == true
      || schema["format"]?.string == "int-or-string"
    {
      return .integerOrString
    }
    let type = schema["type"]?.string ?? schema["type"]?.array?.compactMap(\.string).first { $0 != "null" }
    switch type {
    case "object": return .object
    case "array": return .array
    case "string": return .string
    case "integer": return .integer
    case "number": return .number
    case "boolean": return .boolean
    default: return .any
    }
  }
}
