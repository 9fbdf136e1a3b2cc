import Basics
import CrewFile
import Experts

/// The checks that a task may name.
package struct GuardrailCatalog: Sendable {
  private let workbench: any Workbench

  package init(workbench: any Workbench) {
    self.workbench = workbench
  }

  /// What may stand under `guardrails:`, with what each is held to.
  package static let names = [
    "not_empty", "json", "yaml", "hcl", "configuration", "max_words: N", "min_words: N", "contains: TEXT",
  ]

  /// - Throws: a `Diagnostic` where there is no such check, or where its value is wrong.
  func guardrail(_ definition: TaskDefinition.Guardrail) throws(Diagnostic) -> any TaskGuardrail {
    if definition.isFreeText { return JudgedGuardrail(rule: definition.name) }
    switch definition.name {
    case "not_empty": return WordCountGuardrail(range: 1...Int.max)
    case "max_words": return WordCountGuardrail(range: 0...(try words(definition)))
    case "min_words": return WordCountGuardrail(range: (try words(definition))...Int.max)
    case "contains":
      guard let text = definition.argument?.string, !text.isEmpty else {
        throw fault(definition, detail: "needs a text: 'contains: \"## Summary\"'")
      }
      return ContainsGuardrail(text: text)
    case "json": return JSONGuardrail()
    case "yaml": return YAMLGuardrail()
    case "hcl": return HCLGuardrail()
    case "configuration": return ConfigurationGuardrail(workbench: workbench)
    default:
      let known = Self.names.map { String($0.prefix { $0 != ":" }) }
      let hint = Spelling.hint(for: definition.name, among: known)
      throw fault(
        definition,
        detail:
          "is no check here.\(hint) There are \(Self.names.joined(separator: ", ")), and any sentence of several words, which a model then judges"
      )
    }
  }

  private func words(_ definition: TaskDefinition.Guardrail) throws(Diagnostic) -> Int {
    guard let number = definition.argument?.integer, (1...1_000_000).contains(number) else {
      throw fault(definition, detail: "needs a number of words: '\(definition.name): 300'")
    }
    return number
  }

  private func fault(_ definition: TaskDefinition.Guardrail, detail: String) -> Diagnostic {
    Diagnostic(
      code: "tasks.guardrail", summary: "Guardrail that does not exist",
      detail: "'\(definition.name)' \(detail).",
      range: definition.range)
  }
}
