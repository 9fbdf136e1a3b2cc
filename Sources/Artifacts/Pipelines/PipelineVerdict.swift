import Basics

/// What was found in pipelines: what is wrong for certain, and what was not looked at.
package struct PipelineVerdict: Sendable {
  package var diagnostics: [Diagnostic] = []
  /// Keys and files that nothing here knows.
  package var unchecked: [String] = []

  package init(diagnostics: [Diagnostic] = [], unchecked: [String] = []) {
    self.diagnostics = diagnostics
    self.unchecked = unchecked
  }
}
