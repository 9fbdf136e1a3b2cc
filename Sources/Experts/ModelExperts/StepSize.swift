import Basics
import Experts
import Foundation

/// How long a step's prompt and answer are as a rule, in tokens: measured with the shipped prompts on requests for a web shop
/// with a database, some hundred lines a draft. A request of another size has others.
package struct StepSize: Sendable, Hashable {
  package let prompt: Int
  package let answer: Int
  /// The longest answer that the step asks for; nil for as long as the model allows.
  package let limit: Int?

  /// By step: `brief`, `draft`, `objections`, `revision`, `ballot`.
  /// - Throws: `ExpertError` where the data does not come with the program.
  package static func usual() throws(ExpertError) -> [String: StepSize] {
    let sizes = try AnswerForms.document("sizes")
    let limits = try AnswerForms.document("limits")
    return Dictionary(
      uniqueKeysWithValues: (sizes.object ?? []).compactMap { member in
        guard let prompt = member.value["prompt"]?.integer, let answer = member.value["answer"]?.integer
        else { return nil }
        let size = StepSize(prompt: prompt, answer: answer, limit: limits[member.key]?.integer)
        return (member.key, size)
      })
  }
}
