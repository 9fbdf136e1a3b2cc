import Basics

/// Reads files of rules written in the language: what the arguments of their blocks say, and everything that is wrong.
package protocol ArgumentReading {
  var diagnostics: [Diagnostic] { get set }
  /// The code of the diagnostics that the reader itself makes.
  static var code: String { get }
}

extension ArgumentReading {
  /// The expression of an argument that has to be there.
  package mutating func expression(_ block: Block, name: String) -> HCLExpression? {
    if let attribute = block.body.attribute(name) { return attribute.value }
    report(
      "Missing required argument", detail: "The argument \"\(name)\" is required for a rule.",
      range: block.headerRange)
    return nil
  }

  /// The value of an argument that refers to nothing.
  package mutating func value(_ block: Block, name: String) -> Value? {
    guard let expression = expression(block, name: name) else { return nil }
    var evaluator = Evaluator(scope: Scope())
    let value = evaluator.evaluate(expression)
    diagnostics += evaluator.diagnostics
    return value
  }

  package mutating func text(_ block: Block, name: String) -> String? { value(block, name: name)?.text }

  /// A list of texts, or one alone.
  package mutating func texts(_ block: Block, name: String) -> [String]? {
    guard let value = value(block, name: name) else { return nil }
    return value.text.map { [$0] } ?? value.elements?.compactMap(\.text)
  }

  /// A text that has to be one of several words.
  package mutating func word<Word>(_ block: Block, name: String, make: (String) -> Word?) -> Word? {
    guard let text = text(block, name: name) else { return nil }
    if let word = make(text) { return word }
    report("Invalid value", detail: "\"\(text)\" is no \(name).", range: block.headerRange)
    return nil
  }

  package mutating func report(_ summary: String, detail: String, range: SourceRange) {
    diagnostics.append(Diagnostic(code: Self.code, summary: summary, detail: detail, range: range))
  }
}
