import Basics

/// One evaluation of a document against a schema.
struct SchemaEvaluation {
  let registry: SchemaRegistry
  var violations: [SchemaViolation] = []
  /// The schema resources entered on the way here, outermost first.
  var scope: [String] = []
  private var depth = 0
  /// A schema that refers to itself without end would never finish.
  private static let depthLimit = 256

  init(registry: SchemaRegistry) {
    self.registry = registry
  }

  /// What was evaluated, or nil where the instance is not valid; the reasons are then in `violations`.
  mutating func evaluate(_ node: SchemaNode, instance: JSONValue, at path: String) -> SchemaAnnotations? {
    if let flag = node.schema.bool {
      if !flag { report(path, keyword: "false", message: "Nothing is allowed here.") }
      return flag ? SchemaAnnotations() : nil
    }
    guard let members = node.schema.object else { return SchemaAnnotations() }
    guard depth < Self.depthLimit else {
      report(path, keyword: "$ref", message: "The schema refers to itself without end.")
      return nil
    }
    let base = SchemaRegistry.base(of: node.schema, in: node.base)
    depth += 1
    scope.append(base)
    defer {
      depth -= 1
      scope.removeLast()
    }
    let before = violations.count
    var own = SchemaAnnotations()
    let here = SchemaNode(schema: node.schema, base: base)
    for member in members {
      check(member.key, expected: member.value, node: here, instance: instance, path: path)
    }
    applyReferences(here, instance: instance, path: path, own: &own)
    applyCombinations(here, instance: instance, path: path, own: &own)
    applyToArray(here, instance: instance, path: path, own: &own)
    applyToObject(here, instance: instance, path: path, own: &own)
    applyUnevaluated(here, instance: instance, path: path, own: &own)
    return violations.count == before ? own : nil
  }

  /// Evaluates without keeping the reasons: for keywords that only ask whether.
  mutating func attempt(_ schema: JSONValue, node: SchemaNode, instance: JSONValue, at path: String)
    -> SchemaAnnotations?
  {
    let before = violations
    defer { violations = before }
    return evaluate(SchemaNode(schema: schema, base: node.base), instance: instance, at: path)
  }

  /// Evaluates a part of the schema on the same instance; what it looked at counts here, too.
  mutating func apply(
    _ schema: JSONValue, node: SchemaNode, instance: JSONValue, at path: String,
    own: inout SchemaAnnotations
  ) {
    if let found = evaluate(SchemaNode(schema: schema, base: node.base), instance: instance, at: path) {
      own.merge(found)
    }
  }

  mutating func report(_ path: String, keyword: String, message: String) {
    violations.append(SchemaViolation(path: path, keyword: keyword, message: message))
  }

  private mutating func applyReferences(
    _ node: SchemaNode, instance: JSONValue, path: String, own: inout SchemaAnnotations
  ) {
    if let reference = node.schema["$ref"]?.string {
      follow(
        registry.resolve(reference, from: node.base), reference: reference, instance: instance, path: path,
        own: &own)
    }
    if let reference = node.schema["$dynamicRef"]?.string {
      let target = registry.resolveDynamic(reference, from: node.base, scope: scope)
      follow(target, reference: reference, instance: instance, path: path, own: &own)
    }
  }

  private mutating func follow(
    _ target: SchemaNode?, reference: String, instance: JSONValue, path: String,
    own: inout SchemaAnnotations
  ) {
    guard let target else {
      report(path, keyword: "$ref", message: "The schema refers to '\(reference)', which is not in it.")
      return
    }
    if let found = evaluate(target, instance: instance, at: path) { own.merge(found) }
  }

  private mutating func applyCombinations(
    _ node: SchemaNode, instance: JSONValue, path: String, own: inout SchemaAnnotations
  ) {
    for schema in node.schema["allOf"]?.array ?? [] {
      apply(schema, node: node, instance: instance, at: path, own: &own)
    }
    if let schemas = node.schema["anyOf"]?.array {
      let found = schemas.compactMap { attempt($0, node: node, instance: instance, at: path) }
      found.forEach { own.merge($0) }
      if found.isEmpty {
        report(path, keyword: "anyOf", message: "None of the \(schemas.count) allowed forms fits.")
      }
    }
    if let schemas = node.schema["oneOf"]?.array {
      let found = schemas.compactMap { attempt($0, node: node, instance: instance, at: path) }
      found.forEach { own.merge($0) }
      if found.count != 1 {
        report(
          path, keyword: "oneOf",
          message: "\(found.count) of the \(schemas.count) forms fit; exactly one has to.")
      }
    }
    if let schema = node.schema["not"], attempt(schema, node: node, instance: instance, at: path) != nil {
      report(path, keyword: "not", message: "This form is not allowed.")
    }
    if let condition = node.schema["if"] {
      let found = attempt(condition, node: node, instance: instance, at: path)
      if let found { own.merge(found) }
      if let schema = node.schema[found == nil ? "else" : "then"] {
        apply(schema, node: node, instance: instance, at: path, own: &own)
      }
    }
  }
}
