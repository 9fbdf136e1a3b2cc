/// What the person typed, plus the options that change the answer.
package struct Request: Hashable, Sendable, Codable {
  /// At most `maximumLength` bytes, without control characters but newline and tab.
  package var text: String
  package var mode: Mode
  /// The configuration that is to be changed, as a bundle holds it; nil where something new is asked for.
  package var base: [Artifact]?

  /// In bytes of UTF-8. A request is a few sentences; a longer text is a document pasted by mistake.
  package static let maximumLength = 64 * 1024

  package init(text: String, mode: Mode = .debate, base: [Artifact]? = nil) {
    self.text = text
    self.mode = mode
    self.base = base
  }

  /// How the answer is found: one expert; blind drafts and the gate; or those and a round of objections.
  package enum Mode: String, Sendable, Codable, CaseIterable {
    case solo, ensemble, debate
  }
}
