import ResourceGraph
import Basics
import HCL

/// Checks what the language itself says about resource, data and provider blocks: meta-arguments and reserved names.
struct ResourceBlockCheck {
  private static let lifecycleArguments: Set<String> = [
    "create_before_destroy", "prevent_destroy", "ignore_changes", "replace_triggered_by", "enabled",
    "destroy",
  ]

  private(set) var diagnostics: [Diagnostic] = []

  init(_ module: Module) {
    for resource in module.resources { check(resource) }
    for provider in module.providers { check(provider: provider) }
  }

  private mutating func check(_ resource: Module.ResourceBlock) {
    let body = resource.block.body
    checkName(resource.name, range: resource.block.labelRanges[1])
    let counting = ["count", "for_each"].compactMap { body.attribute($0) }
    if counting.count > 1 {
      report(
        "Invalid combination of \"count\" and \"for_each\"",
        detail:
          "The \"count\" and \"for_each\" meta-arguments are mutually-exclusive. Only one may be used to be explicit about "
          + "the number of resources to be created.", range: counting[1].nameRange)
    }
    if let provider = body.attribute("provider") { checkProviderName(provider) }
    for block in body.blocks {
      switch block.type {
      case "locals": reportReserved("block type", name: block.type, range: block.typeRange)
      case "lifecycle": check(lifecycle: block, isData: resource.kind == .data)
      default: break
      }
    }
  }

  /// `aws` or `aws.west`.
  private mutating func checkProviderName(_ attribute: Attribute) {
    guard case .reference(let traversal) = attribute.value.kind else { return }
    if traversal.steps.count > 1 || traversal.steps.contains(where: { $0.name == nil }) {
      report(
        "Invalid provider configuration reference",
        detail:
          "The provider argument requires a provider type name, optionally followed by a period and then a configuration "
          + "alias.", range: attribute.value.range)
    } else if traversal.root.contains("_") || traversal.root.hasPrefix("-") || traversal.root.hasSuffix("-") {
      report(
        "Invalid provider local name",
        detail:
          "\"\(traversal.root)\" is an invalid provider local name: must contain only letters, digits, and dashes, and may "
          + "not use leading or trailing dashes.", range: attribute.value.range)
    }
  }

  private mutating func check(lifecycle block: Block, isData: Bool) {
    for attribute in block.body.attributes {
      if !Self.lifecycleArguments.contains(attribute.name) {
        report(
          "Unsupported argument",
          detail: "An argument named \"\(attribute.name)\" is not expected here."
            + suggestion(for: attribute.name, among: Self.lifecycleArguments), range: attribute.nameRange)
      } else if isData, attribute.name != "enabled" {
        report(
          "Invalid data resource lifecycle argument",
          detail:
            "The lifecycle argument \"\(attribute.name)\" is defined only for managed resources (\"resource\" blocks), and "
            + "is not valid for data resources.", range: attribute.nameRange)
      }
    }
    for condition in block.body.blocks {
      guard ["precondition", "postcondition"].contains(condition.type) else {
        report(
          "Unsupported block type", detail: "Blocks of type \"\(condition.type)\" are not expected here.",
          range: condition.typeRange)
        continue
      }
      diagnostics += condition.missing(["condition", "error_message"])
    }
  }

  private mutating func check(provider: Block) {
    for attribute in provider.body.attributes
    where ["count", "depends_on", "source"].contains(attribute.name) {
      reportReserved("argument name", name: attribute.name, range: attribute.nameRange)
    }
    for block in provider.body.blocks where ["lifecycle", "locals"].contains(block.type) {
      reportReserved("block type", name: block.type, range: block.typeRange)
    }
  }

  private mutating func reportReserved(_ kind: String, name: String, range: SourceRange) {
    report(
      "Reserved name", detail: "The \(kind) \"\(name)\" is reserved for use in a future version.",
      range: range)
  }

  private mutating func checkName(_ name: String, range: SourceRange) {
    let isValid =
      name.first.map { $0.isLetter || $0 == "_" } == true
      && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
    if isValid { return }
    report(
      "Invalid resource name",
      detail:
        "A name must start with a letter or underscore and may contain only letters, digits, underscores, and dashes.",
      range: range)
  }

  private mutating func report(_ summary: String, detail: String, range: SourceRange) {
    diagnostics.append(
      Diagnostic(code: "configuration.block", summary: summary, detail: detail, range: range))
  }
}

extension Block {
  /// A diagnostic for each of the arguments that the block lacks.
  func missing(_ names: [String]) -> [Diagnostic] {
    names.filter { body.attribute($0) == nil }.map { name in
      Diagnostic(
        code: "configuration.block", summary: "Missing required argument",
        detail: "The argument \"\(name)\" is required, but no definition was found.", range: headerRange)
    }
  }
}
