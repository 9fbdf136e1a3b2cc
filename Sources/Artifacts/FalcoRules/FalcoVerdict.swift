import Basics

/// What was found in rules of Falco: what is wrong for certain, and what was not looked at.
package struct FalcoVerdict: Sendable {
  package var diagnostics: [Diagnostic] = []
  /// Macros of other files, and fields of plugins.
  package var unchecked: Set<String> = []
}
