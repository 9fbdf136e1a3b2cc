import ProviderSchemas
import ResourceGraph
import Basics
import HCL

/// Checks `terraform` blocks and the calls of modules.
struct SettingsCheck {
  private static let arguments = ["required_version", "experiments", "language"]
  private static let blocks = ["required_providers", "backend", "cloud", "provider_meta", "encryption"]

  private(set) var diagnostics: [Diagnostic] = []

  init(_ module: Module) {
    var first: [String: Block] = [:]
    for settings in module.settings {
      for attribute in settings.body.attributes where !Self.arguments.contains(attribute.name) {
        report(
          "Unsupported argument",
          detail: "An argument named \"\(attribute.name)\" is not expected here."
            + suggestion(for: attribute.name, among: Self.arguments), range: attribute.nameRange)
      }
      if let version = settings.body.attribute("required_version"), version.value.literalString == nil {
        report(
          "Invalid version constraint", detail: "A string value is required for required_version.",
          range: version.value.range)
      }
      for block in settings.body.blocks("required_providers") { check(providers: block) }
      for block in settings.body.blocks {
        checkNew(block, first: &first)
        if block.type == "provider_meta" { check(meta: block) }
      }
    }
    for call in module.calls.values {
      diagnostics += call.missing(["source"])
      let counting = ["count", "for_each"].compactMap { call.body.attribute($0) }
      if counting.count > 1 {
        report(
          "Invalid combination of \"count\" and \"for_each\"",
          detail: "The \"count\" and \"for_each\" meta-arguments are mutually-exclusive.",
          range: counting[1].nameRange)
      }
    }
  }

  /// Of most settings there can be only one in a module.
  private mutating func checkNew(_ block: Block, first: inout [String: Block]) {
    guard Self.blocks.contains(block.type) else {
      report(
        "Unsupported block type",
        detail: "Blocks of type \"\(block.type)\" are not expected here."
          + suggestion(for: block.type, among: Self.blocks),
        range: block.typeRange)
      return
    }
    let key = ([block.type] + (block.type == "provider_meta" ? block.labels : [])).joined(separator: " ")
    if let other = first[key] {
      report(
        "Duplicate settings",
        detail: "A module may have only one \(block.type) block. One was already declared at "
          + "\(other.headerRange).", range: block.headerRange)
    }
    first[key] = block
  }

  private mutating func check(providers block: Block) {
    for attribute in block.body.attributes {
      // A version alone is what the language of 0.12 had.
      if let text = attribute.value.literalString {
        check(version: text, range: attribute.value.range)
        continue
      }
      guard case .object(let items) = attribute.value.kind else { continue }
      for item in items {
        guard let name = item.literalKey else { continue }
        if !["version", "source", "configuration_aliases"].contains(name) {
          report(
            "Invalid required_providers object",
            detail:
              "required_providers objects can only contain \"version\", \"source\" and \"configuration_aliases\" "
              + "attributes.\(suggestion(for: name, among: ["version", "source", "configuration_aliases"]))",
            range: item.key.range)
        } else if name != "configuration_aliases" {
          guard let text = item.value.literalString else {
            report(
              "Invalid \(name)", detail: "The \(name) of a provider must be specified as a string.",
              range: item.value.range)
            continue
          }
          if name == "version" { check(version: text, range: item.value.range) }
        }
      }
    }
  }

  private mutating func check(version text: String, range: SourceRange) {
    if VersionRequirement(text) != nil { return }
    report(
      "Invalid version constraint",
      detail: "\"\(text)\" is not a list of versions, such as \"~> 5.0, != 5.3.1\".",
      range: range)
  }

  private mutating func check(meta block: Block) {
    if let name = block.labels.first, name.contains("_") || name.hasPrefix("-") || name.hasSuffix("-") {
      report(
        "Invalid provider local name",
        detail:
          "\"\(name)\" is an invalid provider local name: must contain only letters, digits, and dashes, and may not use "
          + "leading or trailing dashes.", range: block.labelRanges.first ?? block.typeRange)
    }
    for attribute in block.body.attributes {
      guard let reference = attribute.value.references.first else { continue }
      report("Variables not allowed", detail: "Variables may not be used here.", range: reference.range)
    }
  }

  private mutating func report(_ summary: String, detail: String, range: SourceRange) {
    diagnostics.append(
      Diagnostic(code: "configuration.settings", summary: summary, detail: detail, range: range))
  }
}
