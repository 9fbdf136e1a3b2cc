/// What the resource graph has to hold for a requirement to be met: every one of `all`.
package struct RequirementCheck: Hashable, Sendable, Codable {
  package var all: [ResourceExpectation]

  package init(all: [ResourceExpectation]) {
    self.all = all
  }
}
