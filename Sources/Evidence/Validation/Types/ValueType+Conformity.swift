import ProviderSchemas
import HCL

extension ValueType {
  /// Why a value does not fit, in the words of the tool; nil when it does, or may.
  package func problem(with value: Value) -> String? {
    if value.isNull || value.isUnknown { return nil }
    switch self {
    case .dynamic: return nil
    case .string: return value.text == nil ? "string required" : nil
    case .number: return value.number == nil ? "a number is required" : nil
    case .bool:
      let isBool = value.bool != nil || value == .string("1") || value == .string("0")
      return isBool ? nil : "a bool is required"
    case .list(let element), .set(let element):
      guard let items = value.elements else { return "\(description) required" }
      return elementProblem(items.enumerated().map { ("element \($0.offset)", $0.element) }, type: element)
    case .map(let element):
      guard let members = value.members else { return "\(description) required" }
      return elementProblem(members.map { ("element \"\($0.key)\"", $0.value) }, type: element)
    case .tuple(let types):
      guard let items = value.elements, items.count == types.count else { return "tuple required" }
      return zip(types, items).lazy.compactMap { $0.problem(with: $1) }.first
    case .object(let members): return objectProblem(value, members: members)
    }
  }

  private func elementProblem(_ items: [(name: String, value: Value)], type: ValueType) -> String? {
    items.lazy.compactMap { item in type.problem(with: item.value).map { "\(item.name): \($0)" } }.first
  }

  private func objectProblem(_ value: Value, members: [String: Member]) -> String? {
    guard case .object(let given) = value else { return "object required" }
    let missing = members.filter { !$0.value.isOptional && given[$0.key] == nil }.keys.sorted()
    if missing.count == 1 { return "attribute \"\(missing[0])\" is required" }
    if !missing.isEmpty {
      let names = missing.map { "\"\($0)\"" }
      return "attributes \(names.dropLast().joined(separator: ", ")), and \(names.last ?? "") are required"
    }
    return members.sorted { $0.key < $1.key }.lazy.compactMap { name, member in
      given[name].flatMap { member.type.problem(with: $0) }.map { "attribute \"\(name)\": \($0)" }
    }.first
  }
}
