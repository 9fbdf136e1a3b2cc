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
    module.variables.values.flatMap {
      check($0, Self.variableArguments, blocks: ["validation"], required: [])
    }
      + module.outputs.values.flatMap {
        check($0, Self.outputArguments, blocks: ["precondition"], required: ["value"])
      }
      + module.calls.values.flatMap { call in
        call.body.attribute("source") == nil ? [missing("source", call)] : []
      }
  }

  private func check(_ block: Block, _ arguments: [String], blocks: [String], required: [String])
    -> [Diagnostic]
  {
    var found: [Diagnostic] = []
    for attribute in block.body.attributes where !arguments.contains(attribute.name) {
      found.append(
        diagnostic(
          "Unsupported argument",
          "An argument named \"\(attribute.name)\" is not expected here."
            + suggestion(for: attribute.name, among: arguments),
          attribute.nameRange))
    }
    for nested in block.body.blocks where !blocks.contains(nested.type) {
      found.append(
        diagnostic(
          "Unsupported block type",
          "Blocks of type \"\(nested.type)\" are not expected here."
            + (arguments.contains(nested.type)
              ? " Did you mean to define argument \"\(nested.type)\"? If so, use the equals sign to assign it a value."
              : ""),
          nested.typeRange))
    }
    for name in required where block.body.attribute(name) == nil { found.append(missing(name, block)) }
    return found
  }

  private func missing(_ name: String, _ block: Block) -> Diagnostic {
    diagnostic(
      "Missing required argument", "The argument \"\(name)\" is required, but no definition was found.",
      block.headerRange)
  }

  private func diagnostic(_ summary: String, _ detail: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(code: "configuration.block", summary: summary, detail: detail, range: range)
  }
}
