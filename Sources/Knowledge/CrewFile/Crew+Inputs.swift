import Basics

extension Crew {
  /// The crew with its `{name}` placeholders filled, as CrewAI does it: in who the agents are and in what the tasks ask.
  /// Braces around anything but a name stay as they are.
  /// - Throws: `DiagnosticsError` naming every placeholder without a value and where it stands, and every value that no
  ///   placeholder asks for.
  package func filled(_ inputs: [String: String]) throws(DiagnosticsError) -> Crew {
    var crew = self
    var filling = PlaceholderFilling(inputs: inputs)
    for index in crew.agents.indices {
      let range = crew.agents[index].range
      filling.fill(&crew.agents[index].role, range: range)
      filling.fill(&crew.agents[index].goal, range: range)
      filling.fill(&crew.agents[index].backstory, range: range)
    }
    for index in crew.tasks.indices {
      let range = crew.tasks[index].range
      filling.fill(&crew.tasks[index].description, range: range)
      filling.fill(&crew.tasks[index].expectedOutput, range: range)
      if var file = crew.tasks[index].outputFile {
        filling.fill(&file, range: range)
        crew.tasks[index].outputFile = file
      }
    }
    let conditions = crew.tasks.compactMap(\.condition)
    let idle = inputs.keys.sorted().filter { name in
      !filling.used.contains(name) && !conditions.contains { $0.contains("inputs.\(name)") }
    }
    for name in idle {
      let known = filling.names.sorted()
      let hint = Spelling.hint(for: name, among: known)
      filling.diagnostics.append(
        Diagnostic(
          code: "crew.unused-input", summary: "An input that nothing asks for",
          detail:
            "No text of the crew has {\(name)}.\(hint) It has \(known.isEmpty ? "no placeholder" : known.map { "{\($0)}" }.joined(separator: ", ")).",
          range: nil))
    }
    guard filling.diagnostics.isEmpty else { throw DiagnosticsError(filling.diagnostics) }
    return crew
  }
}
