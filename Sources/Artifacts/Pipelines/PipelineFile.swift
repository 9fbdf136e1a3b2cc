import Basics
import StrictYAML

/// One file that says what a system shall run.
package struct PipelineFile: Sendable {
  package let system: PipelineSystem
  /// As messages name it.
  package let path: String
  /// The whole file as it was written.
  package let node: YAMLNode

  /// - Throws: where it is no YAML.
  package init(system: PipelineSystem, path: String, text: String) throws(Diagnostic) {
    self.system = system
    self.path = path
    node = try StrictYAML.document(text, file: path)
  }

  /// The name it gives itself, else that of the file.
  package var name: String {
    node["name"]?.text ?? path.split(separator: "/").last.map(String.init) ?? path
  }

  /// A message about a place of the file.
  func fault(_ code: String, summary: String, detail: String, at node: YAMLNode? = nil) -> Diagnostic {
    Diagnostic(
      code: "pipelines.\(code)", summary: summary, detail: detail,
      range: SourceRange(file: path, start: (node ?? self.node).position))
  }
}
