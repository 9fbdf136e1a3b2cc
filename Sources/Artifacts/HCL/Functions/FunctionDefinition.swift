/// What a function that rules may call is: for the reference in the docs, and for whoever reads the code.
package struct FunctionDefinition: Hashable, Sendable {
  /// The call with the names of its arguments; what may be left out stands in brackets: `cost([address])`.
  package let signature: String
  /// What it gives, in a sentence.
  package let summary: String

  package init(_ signature: String, summary: String) {
    self.signature = signature
    self.summary = summary
  }

  package var name: String { String(signature.prefix { $0 != "(" }) }
}
