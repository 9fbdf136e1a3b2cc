import Basics
import Yams

/// Makes the diagnostics of one file. A parser's error carries the whole text, which never goes into a message.
struct YAMLFault {
  let file: String

  func make(
    _ code: String, summary: String, detail: String, at position: SourcePosition = SourcePosition()
  ) -> Diagnostic {
    Diagnostic(
      code: "yaml.\(code)", summary: summary, detail: detail, range: SourceRange(file: file, start: position))
  }

  func make(_ error: YamlError) -> Diagnostic {
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let reason = [context?.text, problem].compactMap { $0 }.joined(separator: ": ")
      if problem.contains("undefined alias") {
        return make("alias", summary: "YAML alias", detail: Self.noAlias, at: place(mark))
      }
      return make(
        "syntax", summary: "Invalid YAML", detail: "The text is not YAML here: \(reason).", at: place(mark))
    case .duplicatedKeysInMapping(let duplicates, let context):
      let names = duplicates.map { "'\($0)'" }.joined(separator: ", ")
      return make(
        "duplicate-key", summary: "Duplicate key", detail: Self.duplicate(names), at: place(context.mark))
    case .reader:
      return make(
        "encoding", summary: "Invalid characters", detail: "The text has characters that YAML does not allow."
      )
    default:
      return make("syntax", summary: "Invalid YAML", detail: "The text could not be read as YAML.")
    }
  }

  static let noAlias =
    "Anchors (&name) and aliases (*name) are not read. Write the value where it is used."

  static func duplicate(_ names: String) -> String {
    "The mapping has \(names) more than once. Keep one; readers disagree about which of them counts."
  }

  private func place(_ mark: Mark) -> SourcePosition {
    SourcePosition(line: max(mark.line, 1), column: max(mark.column, 1))
  }
}
