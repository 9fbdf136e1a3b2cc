/// Why an expression is not read; the detail has the place in it.
package struct PatternError: Error, Hashable, Sendable {
  package let detail: String
}
