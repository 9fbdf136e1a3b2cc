import Basics
import CEL

/// Values as rules see them: with the types that their schema gives them and names that the language can write.
struct RuleValue {
  let schemas: KindSchemas

  func value(_ json: JSONValue, at place: Int?) -> CELValue {
    let schema = place.flatMap(schemas.schema)
    switch json {
    case .object(let members):
      let isTyped = schema.map { !$0.properties.isEmpty } ?? false
      return .map(
        Dictionary(
          members.map { member in
            let inner = schema?.properties[member.key]?.schema ?? schema?.others
            return (.string(isTyped ? Self.escaped(member.key) : member.key), value(member.value, at: inner))
          }, uniquingKeysWith: { first, _ in first }))
    case .array(let elements): return .list(elements.map { value($0, at: schema?.items) })
    case .integer(let number): return schema?.kind == .number ? .double(Double(number)) : .int(Int64(number))
    case .string(let text): return typed(text, format: schema?.kind == .string ? schema?.format : nil)
    default: return CELValue(json)
    }
  }

  private func typed(_ text: String, format: String?) -> CELValue {
    let function = ["date-time": "timestamp", "duration": "duration"][format ?? ""]
    guard let function else { return .string(text) }
    do {
      return try CELProgram("\(function)(text)").evaluate(["text": .string(text)])
    } catch {
      // That the text is none is a fault of its format; the rule sees it as it is.
      return .string(text)
    }
  }

  private static let reserved: Set<String> = [
    "true", "false", "null", "in", "as", "break", "const", "continue", "else", "for", "function", "if",
    "import", "let",
    "loop", "package", "namespace", "return", "var", "void", "while",
  ]

  /// As the API server makes names of fields that the language cannot write (`x-kubernetes-validations`).
  static func escaped(_ name: String) -> String {
    if reserved.contains(name) { return "__\(name)__" }
    return name.replacing("__", with: "__underscores__").replacing(".", with: "__dot__")
      .replacing("-", with: "__dash__").replacing("/", with: "__slash__")
  }
}
