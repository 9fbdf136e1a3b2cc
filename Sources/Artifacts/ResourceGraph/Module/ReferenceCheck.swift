import Basics
import HCL

/// Finds references to what is not declared, in the words of `tofu validate`.
struct ReferenceCheck {
  private let module: Module
  /// These name provider configurations, not values.
  private static let keywordArguments: Set<String> = ["provider", "providers"]

  private(set) var diagnostics: [Diagnostic] = []
  /// Names bound around the expression: iterators of `dynamic` blocks.
  private var bound: Set<String> = []
  private var address: String?
  private var hasCount = false
  private var hasForEach = false
  /// Whether this is the content of a `dynamic` block that `validate` does not make: what is wrong in it is refused when a
  /// plan makes it.
  private var isOpen = false

  init(_ module: Module) {
    self.module = module
  }

  mutating func run() {
    for resource in module.resources {
      address = resource.address
      check(repeatable: resource.block)
    }
    address = nil
    for call in module.calls.values.sorted(by: { $0.range.start < $1.range.start }) {
      check(repeatable: call)
    }
    for block in module.providers + Array(module.outputs.values) { check(block.body) }
    for local in module.locals.values { check(local.value) }
  }

  private mutating func check(repeatable block: Block) {
    hasCount = block.body.attribute("count") != nil
    hasForEach = block.body.attribute("for_each") != nil
    check(block.body, isTop: true)
    hasCount = false
    hasForEach = false
  }

  private mutating func check(_ body: Body, isTop: Bool = false) {
    for attribute in body.attributes where !(isTop && Self.keywordArguments.contains(attribute.name)) {
      check(attribute.value)
    }
    for block in body.blocks {
      if isTop, block.type == "lifecycle" {
        for condition in block.body.blocks { check(condition.body) }
        if let triggers = block.body.attribute("replace_triggered_by") { check(triggers.value) }
        continue
      }
      let (outer, wasOpen) = (bound, isOpen)
      if block.type == "dynamic", let name = block.labels.first {
        bound.insert(name)
        isOpen = isOpen || block.isMadeByPlan
        if case .reference(let iterator)? = block.body.attribute("iterator")?.value.kind {
          bound.insert(iterator.root)
        }
      }
      check(block.body.withoutKeywords(of: block.type))
      (bound, isOpen) = (outer, wasOpen)
    }
  }

  private mutating func check(_ expression: HCLExpression) {
    for reference in expression.references where !bound.contains(reference.root) { check(reference) }
    for call in expression.calls where !call.name.hasPrefix("provider::") && !Function.isKnown(call.name) {
      if call.name.hasPrefix("core::"), Function.isKnown(String(call.name.dropFirst(6))) { continue }
      report(
        "Call to unknown function",
        detail: "There is no function named \"\(call.name)\"."
          + suggestion(for: call.name, among: Function.names), range: call.nameRange)
    }
  }

  private mutating func check(_ reference: Traversal) {
    let name = reference.steps.first?.name
    switch reference.root {
    case "var": checkVariable(name, reference: reference)
    case "local":
      guard let name, module.locals[name] == nil else {
        return requireName(name, reference: reference, object: "local")
      }
      report(
        "Reference to undeclared local value",
        detail: "A local value with the name \"\(name)\" has not been declared."
          + suggestion(for: name, among: module.locals.keys), range: reference.range)
    case "module":
      guard let name, module.calls[name] == nil else {
        return requireName(name, reference: reference, object: "module")
      }
      report(
        "Reference to undeclared module",
        detail: "No module call named \"\(name)\" is declared in the root module."
          + suggestion(for: name, among: module.calls.keys), range: reference.range)
    case "count" where !hasCount:
      report(
        "Reference to \"count\" in non-counted context",
        detail:
          "The \"count\" object can only be used in \"module\", \"resource\", and \"data\" blocks, and only when the "
          + "\"count\" argument is set.", range: reference.range)
    case "each" where !hasForEach:
      report(
        "Reference to \"each\" in context without for_each",
        detail:
          "The \"each\" object can be used only in \"module\" or \"resource\" blocks, and only when the \"for_each\" "
          + "argument is set.", range: reference.range)
    case "each" where !["key", "value"].contains(name):
      reportAttribute(of: "each", name: name, known: ["key", "value"], reference: reference)
    case "count" where name != "index":
      reportAttribute(of: "count", name: name, known: ["index"], reference: reference)
    case "count", "each", "self", "path", "terraform", "tofu", "ephemeral": break
    default: checkResource(reference)
    }
  }

  private mutating func reportAttribute(
    of object: String, name: String?, known: [String], reference: Traversal
  ) {
    let list = known.map { "\(object).\($0)" }.joined(separator: " and ")
    report(
      "Invalid \"\(object)\" attribute",
      detail:
        "The \"\(object)\" object does not have an attribute named \"\(name ?? "")\". Supported is \(list).",
      range: reference.range)
  }

  private mutating func requireName(_ name: String?, reference: Traversal, object: String) {
    if name != nil { return }
    report(
      "Invalid reference",
      detail: "The \"\(object)\" object cannot be accessed directly. Instead, access one of its attributes.",
      range: reference.range)
  }

  private mutating func checkVariable(_ name: String?, reference: Traversal) {
    guard let name, module.variables[name] == nil else {
      return requireName(name, reference: reference, object: "var")
    }
    let hint = suggestion(for: name, among: module.variables.keys)
    report(
      "Reference to undeclared input variable",
      detail: "An input variable with the name \"\(name)\" has not been declared."
        + (hint.isEmpty ? " This variable can be declared with a variable \"\(name)\" {} block." : hint),
      range: reference.range)
  }

  private mutating func checkResource(_ reference: Traversal) {
    guard let (target, rest) = reference.resourceTarget else {
      report(
        "Invalid reference",
        detail:
          "A reference to a resource type must be followed by at least one attribute access, specifying the resource name.",
        range: reference.range)
      return
    }
    if let address, target == address {
      // Accepted by `validate`, refused by `plan`: hence a code of its own.
      diagnostics.append(
        Diagnostic(
          code: "configuration.self-reference", summary: "Self-referential block",
          detail: "Configuration for \(address) may not refer to itself.", range: reference.range,
          address: address))
      return
    }
    guard let index = module.resourceIndex[target] else {
      return reportUndeclared(target, reference: reference)
    }
    checkKey(of: module.resources[index], rest: rest, reference: reference)
  }

  private mutating func reportUndeclared(_ target: String, reference: Traversal) {
    let isData = reference.root == "data"
    let labels = target.split(separator: ".").suffix(2).map(String.init)
    let sameType = module.resources.filter { ($0.kind == .data) == isData && $0.type == labels[0] }
    var hint = suggestion(for: labels[1], among: sameType.map(\.name))
    let other = isData ? labels.joined(separator: ".") : "data.\(target)"
    if hint.isEmpty, module.resourceIndex[other] != nil { hint = " Did you mean \(other)?" }
    report(
      "Reference to undeclared resource",
      detail:
        "A \(isData ? "data" : "managed") resource \"\(labels[0])\" \"\(labels[1])\" has not been declared in the root "
        + "module.\(hint)", range: reference.range)
  }

  /// Instances made by count or for_each are taken by key; a single one is not.
  private mutating func checkKey(
    of target: Module.ResourceBlock, rest: ArraySlice<Traversal.Step>, reference: Traversal
  ) {
    guard let first = rest.first, first.name != nil else { return }
    let body = target.block.body
    guard let word = ["count", "for_each"].first(where: { body.attribute($0) != nil }) else { return }
    let key = word == "count" ? "count.index" : "each.key"
    report(
      "Missing resource instance key",
      detail:
        "Because \(target.address) has \"\(word)\" set, its attributes must be accessed on specific instances.\n\nFor "
        + "example, to correlate with indices of a referring resource, use:\n    \(target.address)[\(key)]",
      range: reference.range)
  }

  private mutating func report(_ summary: String, detail: String, range: SourceRange) {
    diagnostics.append(
      Diagnostic(
        isOpen ? .warning : .error, code: "configuration.reference", summary: summary, detail: detail,
        range: range, address: address))
  }
}

extension Block {
  /// Whether this is a `dynamic` block over values that are not known without a plan, or over none.
  package var isMadeByPlan: Bool {
    guard type == "dynamic", let each = body.attribute("for_each")?.value else { return false }
    if case .tuple(let items) = each.kind, items.isEmpty { return true }
    return !each.references.isEmpty
  }
}

extension Body {
  /// Without the arguments whose value is a word of the language: `iterator`, `when`, `on_failure`.
  fileprivate func withoutKeywords(of block: String) -> Body {
    let words = ["dynamic": ["iterator"], "provisioner": ["when", "on_failure"]][block] ?? []
    if words.isEmpty { return self }
    var body = self
    body.attributes.removeAll { words.contains($0.name) }
    return body
  }
}
