import Basics

/// Takes secrets out of what is shown or kept: values that were registered, and texts that have the shape of a secret.
package struct SecretMask: Sendable {
  /// The longest first, so that no part of one is left where another lies within it.
  private let registered: [Mark]
  private let shapes: SecretShapes

  /// - Parameter values: registered secrets; what is shorter than six characters is left alone, because it would be
  ///   found in ordinary words.
  /// - Throws: where the shapes that come with the program cannot be read.
  package init(values: some Sequence<String> = [String]()) throws {
    self.init(values: values, shapes: try SecretShapes.builtIn.get())
  }

  private init(values: some Sequence<String>, shapes: SecretShapes) {
    self.shapes = shapes
    registered = Set(values).filter { $0.count >= 6 }.sorted { ($0.count, $0) > ($1.count, $1) }.map(
      Mark.init)
  }

  /// Registers each variable whose name says that it is a secret. A short ordinary word is left alone: it stands there as
  /// a placeholder (`testing`), and masking it would take the word out of every sentence.
  package init(environment: [String: String]) throws {
    try self.init(values: environment.filter { Self.isSecret($0.key) && !Self.isWord($0.value) }.values)
  }

  /// With further values registered.
  package func with(values: some Sequence<String>) -> SecretMask {
    SecretMask(values: registered.map(\.text) + values, shapes: shapes)
  }

  package func masked(_ text: String) -> String {
    var text = text
    for value in registered where value.isIn(text[...]) {
      text = text.replacing(value.text, with: "(masked)")
    }
    return shapes.masked(text)
  }

  /// Every string of the document masked; keys are left alone.
  package func masked(_ document: JSONValue) -> JSONValue {
    switch document {
    case .string(let text): .string(masked(text))
    case .array(let items): .array(items.map(masked))
    case .object(let members): .object(members.map { JSONMember($0.key, value: masked($0.value)) })
    default: document
    }
  }

  private static func isWord(_ value: String) -> Bool {
    value.utf8.count < 10 && value.utf8.allSatisfy { (0x61...0x7A).contains($0) }
  }

  private static func isSecret(_ name: String) -> Bool {
    let words = Set(name.uppercased().split(separator: "_").map(String.init))
    return !words.isDisjoint(with: [
      "SECRET", "TOKEN", "PASSWORD", "PASSWD", "PASSPHRASE", "CREDENTIALS", "APIKEY",
    ])
      || name.uppercased().hasSuffix("_KEY")
  }
}
