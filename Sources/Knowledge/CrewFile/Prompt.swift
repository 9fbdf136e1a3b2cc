import Basics

/// One Markdown file of `prompts/`: what it needs stands in its front matter, every word for the model in its body.
package struct Prompt: Sendable, Hashable {
  /// `draft` for `prompts/draft.md`, `architect/draft` for `prompts/architect/draft.md`.
  package var name: String
  /// The variables it declares.
  package var inputs: [String]
  package var body: String
}
