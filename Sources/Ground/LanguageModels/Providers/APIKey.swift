/// A provider's key. It can be sent, and never printed: however it is shown, the key is not in it.
package struct APIKey: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  private let text: String

  /// Nil for a text without anything in it.
  package init?(_ text: String) {
    let trimmed = text.filter { !$0.isWhitespace }
    guard !trimmed.isEmpty else { return nil }
    self.text = trimmed
  }

  /// The key itself, for the one header it goes into.
  func header(_ prefix: String) -> String { prefix + text }

  /// A provider's words, which may quote the key they were sent.
  func redacted(_ words: String) -> String { words.replacing(text, with: description) }

  package var description: String { "(key)" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
