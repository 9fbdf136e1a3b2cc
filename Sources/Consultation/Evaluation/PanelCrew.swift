import Basics
import CrewFile

/// The crew of a panel: one agent for each model, all of whom draft, object and vote.
enum PanelCrew {
  static func crew(_ models: [String], mode: EvaluationMode) throws(DiagnosticsError) -> Crew {
    let keys = models.indices.map { "m\($0)" }
    let focus = ["[correctness, operations]", "[security]", "[cost]", "[reliability]"]
    var text = "crew:\n  name: panel\n  process: \(mode == .debate ? "debate" : "ensemble")\n  rounds: 1\n"
    for list in ["drafters", "critics", "judges"] { text += "  \(list): [\(keys.joined(separator: ", "))]\n" }
    text += "  moderator: m0\nagents:\n"
    for (index, model) in models.enumerated() {
      text +=
        "  m\(index):\n    role: \"\(model)\"\n    goal: Answer the request\n    backstory: A recorded model\n"
      text += "    focus: \(focus[index % focus.count])\n    veto: true\n"
    }
    return try CrewFile.load(text, file: "panel", prompts: []).crew
  }
}
