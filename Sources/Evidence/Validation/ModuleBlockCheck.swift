import ResourceGraph
import Basics
import HCL

/// Checks the blocks whose arguments the language itself defines.
struct ModuleBlockCheck {
  private static let variableArguments = [
    "type", "default", "description", "sensitive", "nullable", "ephemeral", "deprecated", "const",
  ]
  private static let outputArguments = [
    "value", "description", "sensitive", "depends_on", "ephemeral", "deprecated",
  ]

  private let module: Module

  init(_ module: Module) {
    self.module = module
  }

  func diagnostics() -> [Diagnostic] {
    var found: [Diagnostic] = []
    for block in module.variables.values {
      found += check(block, arguments: Self.variableArguments, blocks: ["validation"], required: [])
      found += VariableCheck(block).diagnostics
    }
    for block in module.outputs.values {
      found += check(block, arguments: Self.outputArguments, blocks: ["precondition"], required: ["value"])
    }
    return found + SettingsCheck(module).diagnostics + ResourceBlockCheck(module).diagnostics
  }

  private func check(_ block: Block, arguments: [String], blocks: [String], required: [String])
    -> [Diagnostic]
  {
    var found: [Diagnostic] = []
    for attribute in block.body.attributes where !arguments.contains(attribute.name) {
      found.append(
        diagnostic(
          "Unsupported argument",
          detail: "An argument named \"\(attribute.name)\" is not expected here."
            + suggestion(for: attribute.name, among: arguments),
          range: attribute.nameRange))
    }
    // The tool reads these before anything has a value.
    for name in ["description", "deprecated"] {
      guard let attribute = block.body.attribute(name) else { continue }
      switch attribute.value.kind {
      case .tuple, .object, .for:
        found.append(
          diagnostic(
            "Unsuitable value type", detail: "Unsuitable value: string required", range: attribute.value.range
          ))
      case .reference:
        found.append(
          diagnostic(
            "Variables not allowed", detail: "Variables may not be used here.", range: attribute.value.range))
      default: break
      }
    }
    for nested in block.body.blocks where !blocks.contains(nested.type) {
      found.append(
        diagnostic(
          "Unsupported block type",
          detail: "Blocks of type \"\(nested.type)\" are not expected here."
            + (arguments.contains(nested.type)
              ? " Did you mean to define argument \"\(nested.type)\"? If so, use the equals sign to assign it a value."
              : ""),
          range: nested.typeRange))
    }
    return found + block.missing(required)
  }

  private func diagnostic(_ summary: String, detail: String, range: SourceRange) -> Diagnostic {
    Diagnostic(code: "configuration.block", summary: summary, detail: detail, range: range)
  }
}
