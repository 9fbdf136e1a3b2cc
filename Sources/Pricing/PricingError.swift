/// Why the price book cannot be used: a fault of its own data, never of a draft.
package struct PricingError: Error, Hashable, Sendable, CustomStringConvertible {
  package var summary: String
  package var detail: String

  package var description: String { "\(summary): \(detail)" }
}
