import Basics
import HCL

extension BodyRepair {
  /// The required argument that a misnamed one stands for: `environment_name` for `name`, `name` for `policy_name`.
  func missingArgument(for name: String, _ body: Body, _ block: BlockSchema) -> String? {
    let missing = block.attributes.filter { $0.value.use == .required && body.attribute($0.key) == nil }.keys
    let candidates = missing.filter { name.hasSuffix("_\($0)") || $0.hasSuffix("_\(name)") }
    return candidates.count == 1 ? candidates.first : nil
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
