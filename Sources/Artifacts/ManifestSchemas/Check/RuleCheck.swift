import Basics
import Manifests
import CEL

/// Holds an object against the rules in CEL that its schema carries, as when it is created: rules about what it was before
/// are not asked.
struct RuleCheck {
  private let schemas: KindSchemas
  private let values: RuleValue
  private(set) var faults: [FieldFault] = []
  /// Rules that could not be decided, each once, with the reason.
  private(set) var unchecked: Set<String> = []
  private var programs: [String: CELProgram] = [:]

  init(_ schemas: KindSchemas) {
    self.schemas = schemas
    values = RuleValue(schemas: schemas)
  }

  /// - Parameter value: with defaults filled in.
  mutating func check(_ value: JSONValue, at place: Int, path: FieldPath) {
    guard !value.isNull, let schema = schemas.schema(at: place) else { return }
    if !schema.rules.isEmpty {
      let own = values.value(value, at: place)
      for rule in schema.rules { check(rule, value: own, path: path) }
    }
    switch value {
    case .object(let members):
      for member in members {
        guard let inner = schema.properties[member.key]?.schema ?? schema.others else { continue }
        check(member.value, at: inner, path: path.key(member.key))
      }
    case .array(let elements):
      guard let items = schema.items else { return }
      for (index, element) in elements.enumerated() { check(element, at: items, path: path.index(index)) }
    default: break
    }
  }

  private mutating func check(_ rule: FieldSchema.Rule, value: CELValue, path: FieldPath) {
    do throws(CELError) {
      let program = try program(rule.rule)
      guard !program.names("oldSelf") else { return }
      let result = try program.evaluate(["self": value])
      guard result != .bool(true) else { return }
      fault(message(rule, value: value) ?? "It fails the rule \(rule.rule)", path: path)
    } catch {
      if error.kind == .evaluation {
        fault("The rule \(rule.rule) cannot be evaluated: \(error.detail)", path: path)
      } else {
        unchecked.insert("the rule \(rule.rule): \(error.detail)")
      }
    }
  }

  private mutating func program(_ rule: String) throws(CELError) -> CELProgram {
    if let known = programs[rule] { return known }
    let program = try CELProgram(rule)
    programs[rule] = program
    return program
  }

  private mutating func message(_ rule: FieldSchema.Rule, value: CELValue) -> String? {
    guard let expression = rule.messageExpression else { return rule.message }
    do {
      guard case .string(let text) = try program(expression).evaluate(["self": value]) else {
        return rule.message
      }
      return text
    } catch {
      // As the API server does: the fixed message takes its place.
      return rule.message
    }
  }

  private mutating func fault(_ detail: String, path: FieldPath) {
    faults.append(
      FieldFault(
        code: "rule", summary: "A rule of the kind is broken",
        detail: "\(path.steps.isEmpty ? "" : "'\(path)': ")\(detail)", path: path))
  }
}
