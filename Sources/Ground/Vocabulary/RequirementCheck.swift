/// What the resource graph has to hold for a requirement to be met: every one of `all`, and every block of `kept` as it was.
package struct RequirementCheck: Hashable, Sendable, Codable {
  package var all: [ResourceExpectation]
  /// Digests of blocks by address that have to be there unchanged, and beside them nothing but `mayAppear`; nil where nothing is
  /// said of it.
  package var kept: [String: String]?
  /// Addresses of blocks that may be there and were not.
  package var mayAppear: [String]?

  package init(
    all: [ResourceExpectation], kept: [String: String]? = nil, mayAppear: [String]? = nil
  ) {
    self.all = all
    self.kept = kept
    self.mayAppear = mayAppear
  }
}
