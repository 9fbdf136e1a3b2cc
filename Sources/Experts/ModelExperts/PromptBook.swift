import Experts
import Basics
import CrewFile
import Templates

/// The words for the model, all of them from `prompts/`.
package struct PromptBook: Sendable {
  private let templates: [String: Template]
  private let inputs: [String: [String]]

  /// - Parameter prompts: by name, as the crew file loads them.
  /// - Throws: `DiagnosticsError` where a prompt cannot be read.
  package init(_ prompts: [String: Prompt]) throws(DiagnosticsError) {
    var templates: [String: Template] = [:]
    for (name, prompt) in prompts {
      do throws(Diagnostic) {
        templates[name] = try Template(prompt.body, file: "prompts/\(name).md")
      } catch {
        throw DiagnosticsError([error])
      }
    }
    self.templates = templates
    inputs = prompts.mapValues(\.inputs)
  }

  /// A prompt with its values in it.
  /// - Throws: a `Diagnostic` where there is no such prompt, or where it names something that has no value.
  func text(_ name: String, values: JSONValue = [:]) throws(Diagnostic) -> String {
    guard let template = templates[name] else { throw missing(name) }
    let text = try template.render(values.withoutMarkers)
    return String(text.drop { $0.isNewline })
  }

  /// The role's own prompt where there is one, else the one for every agent.
  func role(_ agent: AgentProfile) throws(Diagnostic) -> String {
    let own = "roles/\(agent.key)"
    return try text(
      templates[own] == nil ? "roles/agent" : own,
      values: [
        "role": .string(agent.role), "goal": .string(agent.goal), "backstory": .string(agent.backstory),
      ])
  }

  func has(_ name: String) -> Bool { templates[name] != nil }

  /// Finds what is wrong with the prompts before anything is paid for.
  func check(_ needs: [(name: String, values: [String])]) throws(DiagnosticsError) {
    let faults = needs.flatMap { need -> [Diagnostic] in
      guard let declared = inputs[need.name] else { return [missing(need.name)] }
      return declared.filter { !need.values.contains($0) }.map { name in
        Diagnostic(
          code: "prompt.no-value", summary: "Prompt input without a value",
          detail:
            "'prompts/\(need.name).md' asks for '\(name)', which this step does not have. It has: \(need.values.joined(separator: ", "))."
        )
      }
    }
    if !faults.isEmpty { throw DiagnosticsError(faults) }
  }

  private func missing(_ name: String) -> Diagnostic {
    Diagnostic(
      code: "prompt.missing", summary: "Missing prompt",
      detail:
        "There is no 'prompts/\(name).md' beside the crew file. `consilium init` writes one to start from.")
  }
}

extension JSONValue {
  /// The same values with lines that look like the marks around data made harmless.
  fileprivate var withoutMarkers: JSONValue {
    switch self {
    case .string(let text):
      guard text.contains("DATA ") || text.contains("END ") else { return self }
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
        $0.hasPrefix("DATA ") || $0.hasPrefix("END ") ? "\u{B7} \($0)" : String($0)
      }
      return .string(lines.joined(separator: "\n"))
    case .array(let elements): return .array(elements.map(\.withoutMarkers))
    case .object(let members):
      return .object(members.map { JSONMember($0.key, value: $0.value.withoutMarkers) })
    default: return self
    }
  }
}
