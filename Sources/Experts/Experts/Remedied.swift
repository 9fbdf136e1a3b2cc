import Vocabulary

/// The result of a remedy.
package struct Remedied: Sendable {
  package var files: [Artifact]
  package var change: String

  package init(files: [Artifact], change: String) {
    self.files = files
    self.change = change
  }
}
