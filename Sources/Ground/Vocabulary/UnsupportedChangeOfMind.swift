/// A change of mind without new evidence: noted, and of no weight.
package struct UnsupportedChangeOfMind: Hashable, Sendable, Codable {
  package enum Kind: String, Sendable, Codable {
    /// An objection that the checks still bear out was not raised again; it stands all the same.
    case withdrawn
    /// A judge preferred another draft when the same drafts came in another order; both then count the same.
    case order
  }

  package var by: String
  package var kind: Kind
  /// What changed, in a sentence.
  package var detail: String

  package init(by: String, kind: Kind, detail: String) {
    self.by = by
    self.kind = kind
    self.detail = detail
  }
}
