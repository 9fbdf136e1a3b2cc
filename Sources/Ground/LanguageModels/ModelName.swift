/// A model as people write it: `provider/model`. The model's own name may have slashes of its own.
package struct ModelName: Hashable, Sendable, Codable, CustomStringConvertible {
  /// `openai`, `anthropic`, `ollama`, or a name from the `models:` block.
  package var provider: String
  /// What the provider calls it.
  package var model: String

  package init(provider: String, model: String) {
    self.provider = provider
    self.model = model
  }

  /// Nil where the text is not `provider/model` with both parts.
  package init?(_ text: String) {
    guard let slash = text.firstIndex(of: "/") else { return nil }
    let (provider, model) = (text[..<slash], text[text.index(after: slash)...])
    guard !provider.isEmpty, !model.isEmpty, !text.contains(where: \.isWhitespace) else { return nil }
    self.init(provider: String(provider), model: String(model))
  }

  package var description: String { "\(provider)/\(model)" }
}
