import Basics
import HCL

extension BodyRepair {
  /// The required argument that a misnamed one stands for: `environment_name` for `name`, `name` for `policy_name`.
  func missingArgument(for name: String, _ body: Body, _ block: BlockSchema) -> String? {
    let missing = block.attributes.filter { $0.value.use == .required && body.attribute($0.key) == nil }.keys
    let candidates = missing.filter { name.hasSuffix("_\($0)") || $0.hasSuffix("_\(name)") }
    return candidates.count == 1 ? candidates.first : nil
  }

  /// A required name follows from the label of the resource.
  mutating func addMissingName(to resource: Module.ResourceBlock, _ block: BlockSchema) {
    let body = resource.block.body
    for (name, attribute) in block.attributes.sorted(by: { $0.key < $1.key })
    where attribute.use == .required && attribute.type == .string && body.attribute(name) == nil {
      guard name == "name" || name.hasSuffix("_name"), !hasMisnamed(name, body, block) else { continue }
      let value = quotedSource(resource.name.replacing("_", with: "-").lowercased())
      let place = resource.block.openBrace.end.offset
      let isOneLine = resource.block.openBrace.start.line == resource.block.closeBrace.start.line
      if isOneLine, !body.attributes.isEmpty { continue }
      add(
        place..<place, "\n\(name) = \(value)\(isOneLine ? "\n" : "")", resource.block.headerRange,
        "\"\(name)\" is required and was set from the name of the resource.")
    }
  }

  private func hasMisnamed(_ name: String, _ body: Body, _ block: BlockSchema) -> Bool {
    body.attributes.contains {
      block.attributes[$0.name] == nil && missingArgument(for: $0.name, body, block) == name
    }
  }

  /// An optional argument that reads a file which is not there; what is required becomes a variable.
  mutating func mendFileArgument(_ attribute: Attribute, isRequired: Bool, siblings: Set<String>) {
    let calls = attribute.value.calls.filter { FileCheck.readers.contains($0.name) }
    let isMissing = calls.contains { call in
      guard let path = call.arguments.first.flatMap({ evaluator.peek($0).text }) else { return false }
      return !FileCheck.exists(path, in: siblings)
    }
    guard isMissing else { return }
    if !isRequired {
      drop(attribute.range, "\"\(attribute.name)\" was removed: it reads a file that is not there.")
      return
    }
    let variable = "\(address.split(separator: ".").suffix(1).joined())_\(attribute.name)"
    replace(
      attribute.value.range, "var.\(variable)",
      "\"\(attribute.name)\" reads a file that is not there, and became a variable.")
  }
}
