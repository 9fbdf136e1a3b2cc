import Basics
import CrewFile

/// What a model is asked in a trial, from the crew's prompts.
struct TrialWords: Sendable {
  let streamed: String
  let structured: String

  init(_ prompts: [String: Prompt]) throws(Diagnostic) {
    streamed = try Self.body("trial/streamed", prompts: prompts)
    structured = try Self.body("trial/structured", prompts: prompts)
  }

  private static func body(_ name: String, prompts: [String: Prompt]) throws(Diagnostic) -> String {
    guard let prompt = prompts[name] else {
      throw Diagnostic(
        code: "prompt.missing", summary: "Missing prompt",
        detail:
          "There is no 'prompts/\(name).md' beside the crew file. `consilium init` writes one to start from.")
    }
    return prompt.body
  }
}
