import HCL
import ProviderSchemas
import Basics
import ResourceGraph

/// Holds the calls of modules against the variables and outputs of these, where their files are given.
struct ModuleCallCheck {
  private static let ownArguments: Set<String> = [
    "source", "version", "providers", "count", "for_each", "depends_on",
  ]
  private let evaluator: ModuleEvaluator
  private let types: TypeInference
  private(set) var diagnostics: [Diagnostic] = []
  /// The calls of modules whose files are not given: `module.network (terraform-aws-modules/vpc/aws)`.
  private(set) var unchecked: [String] = []

  /// - Parameter isWhole: whether every file of the folders beside it is known, so that a local module that is not given
  ///   is not there.
  init(_ module: Module, evaluator: ModuleEvaluator, types: TypeInference, isWhole: Bool) {
    self.evaluator = evaluator
    self.types = types
    for (name, call) in module.calls.sorted(by: { $0.key < $1.key }) {
      checkShape(call)
      if let child = module.children[name] {
        check(call, child: child)
      } else {
        checkAbsent(call, named: name, isWhole: isWhole)
      }
    }
    // What a module gives is looked up when it is evaluated, so that `try` catches what it does not give.
    let caught = Set(module.caughtReferences.map(\.range))
    for reference in module.allReferences
    where reference.root == "module" && !caught.contains(reference.range) {
      guard let name = reference.steps.first?.name, let child = module.children[name],
        let call = module.calls[name]
      else { continue }
      check(reference, call: call, child: child)
    }
  }

  /// What holds for every call, whatever it calls.
  private mutating func checkShape(_ call: Block) {
    for block in call.body.blocks {
      report(
        "Unsupported block type", detail: "Blocks of type \"\(block.type)\" are not expected here.",
        range: block.typeRange)
    }
    guard let source = call.body.attribute("source")?.value else { return }
    guard let text = source.literalString else {
      if !source.references.isEmpty {
        report("Variables not allowed", detail: "Variables may not be used here.", range: source.range)
      }
      return
    }
    if call.isLocalCall {
      guard let version = call.body.attribute("version") else { return }
      report(
        "Invalid registry module source address",
        detail:
          "The argument \"version\" applies only to modules of a registry, and \"\(text)\" is a folder.",
        range: version.nameRange)
    } else if !text.isEmpty, text.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }) {
      report(
        "Invalid module source address",
        detail: "No way to fetch \"\(text)\" is known. A folder beside this one is called \"./\(text)\".",
        range: source.range)
    }
  }

  private mutating func checkAbsent(_ call: Block, named name: String, isWhole: Bool) {
    guard let source = call.moduleSource else { return }
    if call.isLocalCall, isWhole {
      report(
        "Unreadable module directory",
        detail: "The folder \"\(source)\" of module \"\(name)\" is not there or has no configuration.",
        range: call.body.attribute("source")?.value.range ?? call.headerRange)
    } else {
      unchecked.append("module.\(name) (\(source))")
    }
  }

  private mutating func check(_ call: Block, child: Module) {
    for attribute in call.body.attributes where !Self.ownArguments.contains(attribute.name) {
      guard let variable = child.variables[attribute.name] else {
        report(
          "Unsupported argument",
          detail: "An argument named \"\(attribute.name)\" is not expected here."
            + suggestion(for: attribute.name, among: child.variables.keys), range: attribute.nameRange)
        continue
      }
      check(attribute, variable: variable)
    }
    let required = child.variables.filter { $0.value.body.attribute("default") == nil }.keys.sorted()
    diagnostics += call.missing(required)
  }

  private mutating func check(_ attribute: Attribute, variable: Block) {
    let value = evaluator.peek(attribute.value)
    let isRequired = variable.body.attribute("nullable")?.value.kind == .literal(.bool(false))
    if value.isNull, isRequired, variable.body.attribute("default") == nil {
      report(
        "Required variable not set",
        detail: "The variable \"\(attribute.name)\" may not be null.", range: attribute.value.range)
      return
    }
    guard let wanted = variable.body.attribute("type").flatMap({ ValueType(expression: $0.value) }) else {
      return
    }
    let given = types.type(of: attribute.value)
    let problem =
      wanted.problem(with: value)
      ?? (given.isConvertible(to: wanted) ? nil : "\(wanted.description) required")
    guard let problem else { return }
    report(
      "Invalid value for input variable",
      detail: "The given value is not suitable for the variable \"\(attribute.name)\" declared at "
        + "\(variable.headerRange): \(problem).", range: attribute.value.range)
  }

  private mutating func check(_ reference: Traversal, call: Block, child: Module) {
    var steps = reference.steps.dropFirst()
    let isCounted = call.body.attribute("count") != nil
    if isCounted, let first = steps.first, first.name != nil {
      report(
        "Unsupported attribute",
        detail:
          "Can't access attributes on a list of objects. Did you mean to access an attribute for a specific element "
          + "of the list, or across all elements of the list?", range: reference.range)
      return
    }
    if isCounted || call.body.attribute("for_each") != nil {
      guard case .index? = steps.first?.kind else { return }
      steps = steps.dropFirst()
    }
    guard let output = steps.first?.name, child.outputs[output] == nil else { return }
    report(
      "Unsupported attribute",
      detail: "This object does not have an attribute named \"\(output)\"."
        + suggestion(for: output, among: child.outputs.keys), range: reference.range)
  }

  private mutating func report(_ summary: String, detail: String, range: SourceRange) {
    diagnostics.append(
      Diagnostic(code: "configuration.module", summary: summary, detail: detail, range: range))
  }
}
