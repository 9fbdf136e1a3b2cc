/// Why an expression has no value.
package struct CELError: Error, Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    /// It is not written in the language, or asks for what is not known here.
    case syntax
    case unknown
    /// It costs more than it may.
    case budget
    /// The values that it is applied to have no such result: a field that is not there, a division by zero.
    case evaluation
  }

  package let kind: Kind
  package let detail: String

  init(_ kind: Kind, detail: String) {
    self.kind = kind
    self.detail = detail
  }

  static func noOverload(_ name: String) -> CELError {
    CELError(.evaluation, detail: "'\(name)' is not for values of these types")
  }
}
