import ProviderSchemas
import Basics

/// What goes where a required argument is missing, and why.
struct MissingValue {
  var source: String
  var reason: String
  /// The declaration that it needs, when it is an input variable.
  var variable: NewVariable?
}

/// An input variable that a repair declares, for what only a person knows.
struct NewVariable: Hashable {
  var name: String
  /// As a constraint of the language: `list(string)`.
  var type: String
  var description: String
  var isSensitive = false

  var declaration: RepairStep.Splice {
    let sensitive = isSensitive ? "\n  sensitive   = true" : ""
    return RepairStep.Splice(
      bytes: 0..<0,
      text:
        "variable \"\(name)\" {\n  description = \"\(description)\"\n  type        = \(type)\(sensitive)\n}\n\n"
    )
  }
}

extension ValueType {
  /// As a variable declares it.
  package var constraint: String {
    switch self {
    case .string: "string"
    case .number: "number"
    case .bool: "bool"
    case .dynamic, .tuple: "any"
    case .list(let element): "list(\(element.constraint))"
    case .set(let element): "set(\(element.constraint))"
    case .map(let element): "map(\(element.constraint))"
    case .object(let members):
      "object({ "
        + members.sorted { $0.key < $1.key }.map { name, member in
          "\(name) = \(member.isOptional ? "optional(\(member.type.constraint))" : member.type.constraint)"
        }.joined(separator: ", ") + " })"
    }
  }
}
