import Basics

extension SchemaEvaluation {
  mutating func applyToArray(
    _ node: SchemaNode, instance: JSONValue, path: String, own: inout SchemaAnnotations
  ) {
    guard let items = instance.array else { return }
    let prefix = node.schema["prefixItems"]?.array ?? []
    for (index, schema) in prefix.enumerated() where index < items.count {
      _ = evaluate(
        SchemaNode(schema: schema, base: node.base), instance: items[index], at: "\(path)/\(index)")
      own.items.insert(index)
    }
    if let schema = node.schema["items"] {
      for index in items.indices.dropFirst(prefix.count) {
        _ = evaluate(
          SchemaNode(schema: schema, base: node.base), instance: items[index], at: "\(path)/\(index)")
        own.items.insert(index)
      }
    }
    if let schema = node.schema["contains"] {
      let found = items.indices.filter {
        attempt(schema, node: node, instance: items[$0], at: "\(path)/\($0)") != nil
      }
      let minimum = node.schema["minContains"]?.double ?? 1
      let maximum = node.schema["maxContains"]?.double ?? .infinity
      if Double(found.count) < minimum || Double(found.count) > maximum {
        report(path, keyword: "contains", message: "\(found.count) items have the form that is asked for.")
      }
      own.items.formUnion(found)
    }
  }

  mutating func applyToObject(
    _ node: SchemaNode, instance: JSONValue, path: String, own: inout SchemaAnnotations
  ) {
    guard let members = instance.object else { return }
    let patterns = node.schema["patternProperties"]?.object ?? []
    for member in members {
      let place = "\(path)/\(SchemaAddress.escaped(member.key))"
      var isNamed = false
      if let schema = node.schema["properties"]?[member.key] {
        _ = evaluate(SchemaNode(schema: schema, base: node.base), instance: member.value, at: place)
        isNamed = true
      }
      for pattern in patterns where matches(member.key, pattern: pattern.key, path: place) {
        _ = evaluate(SchemaNode(schema: pattern.value, base: node.base), instance: member.value, at: place)
        isNamed = true
      }
      if !isNamed, let schema = node.schema["additionalProperties"] {
        _ = evaluate(SchemaNode(schema: schema, base: node.base), instance: member.value, at: place)
        isNamed = true
      }
      if isNamed { own.properties.insert(member.key) }
      if let schema = node.schema["propertyNames"] {
        _ = evaluate(SchemaNode(schema: schema, base: node.base), instance: .string(member.key), at: place)
      }
      if let schema = node.schema["dependentSchemas"]?[member.key] {
        apply(schema, node: node, instance: instance, at: path, own: &own)
      }
    }
  }

  /// What no other keyword looked at; last, because it has to know what they did.
  mutating func applyUnevaluated(
    _ node: SchemaNode, instance: JSONValue, path: String, own: inout SchemaAnnotations
  ) {
    if let schema = node.schema["unevaluatedItems"], let items = instance.array {
      for index in items.indices where !own.items.contains(index) {
        _ = evaluate(
          SchemaNode(schema: schema, base: node.base), instance: items[index], at: "\(path)/\(index)")
        own.items.insert(index)
      }
    }
    if let schema = node.schema["unevaluatedProperties"], let members = instance.object {
      for member in members where !own.properties.contains(member.key) {
        let place = "\(path)/\(SchemaAddress.escaped(member.key))"
        _ = evaluate(SchemaNode(schema: schema, base: node.base), instance: member.value, at: place)
        own.properties.insert(member.key)
      }
    }
  }
}
