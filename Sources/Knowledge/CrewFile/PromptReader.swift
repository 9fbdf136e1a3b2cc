import Basics
import StrictYAML
import Templates

/// Reads a prompt file: front matter between `---` lines with `inputs:`, then the text.
enum PromptReader {
  /// Throws `DiagnosticsError` when the front matter is missing or wrong, or when the names in the text are not
  /// exactly those declared: a variable nobody fills would reach the model as nothing.
  static func prompt(_ text: String, name: String, file: String) throws(DiagnosticsError) -> Prompt {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") else {
      throw failure(
        "Missing front matter", detail: "A prompt begins with '---', 'inputs: […]' and '---'.", file: file,
        line: 1)
    }
    let front = try header(lines[1..<end].joined(separator: "\n"), file: file)
    let body = lines[(end + 1)...].joined(separator: "\n")
    let template: Template
    do {
      template = try Template(body, file: file)
    } catch {
      throw DiagnosticsError([error])
    }
    let declared = Set(front)
    let undeclared = template.names.subtracting(declared).sorted()
    let unused = declared.subtracting(template.names).sorted()
    guard undeclared.isEmpty else {
      throw failure(
        "Undeclared prompt input",
        detail: "The text uses \(undeclared.joined(separator: ", ")); add it to 'inputs:'.", file: file,
        line: end + 2)
    }
    guard unused.isEmpty else {
      throw failure(
        "Unused prompt input",
        detail: "'inputs:' declares \(unused.joined(separator: ", ")), which the text does not use.",
        file: file, line: 2)
    }
    return Prompt(name: name, inputs: front.sorted(), body: body)
  }

  private static func header(_ text: String, file: String) throws(DiagnosticsError) -> [String] {
    let node: YAMLNode
    do {
      node = try StrictYAML.document(text, file: file)
    } catch {
      throw DiagnosticsError([error])
    }
    guard let pairs = node.pairs, pairs.map(\.key) == ["inputs"], let inputs = pairs[0].value.elements else {
      throw failure(
        "Wrong front matter", detail: "Between the '---' lines stands 'inputs: [name, …]' and nothing else.",
        file: file,
        line: 2)
    }
    return inputs.compactMap(\.text)
  }

  private static func failure(_ summary: String, detail: String, file: String, line: Int)
    -> DiagnosticsError
  {
    DiagnosticsError([
      Diagnostic(
        code: "prompt." + summary.lowercased().replacing(" ", with: "-"), summary: summary, detail: detail,
        range: SourceRange(file: file, start: SourcePosition(line: line)))
    ])
  }
}
