import Experts
import Vocabulary

/// A draft as a model reads it: the decisions, then the files in fences.
struct DraftText {
  let text: String

  /// - Parameter hasFiles: false for what is decided by evidence, where the code is paid for and changes nothing.
  init(_ draft: Draft, hasFiles: Bool = true) {
    let decisions = draft.decisions.map { "- \($0.topic): \($0.choice). \($0.rationale)" }
    let files = (hasFiles ? draft.files : []).map { file in
      let language = file.format?.languages.first ?? ""
      return "```\(language)\n# \(file.path)\n\(file.content)\(file.content.hasSuffix("\n") ? "" : "\n")```"
    }
    text = ([draft.summary] + decisions + files).joined(separator: "\n")
  }
}
