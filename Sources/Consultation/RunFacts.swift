import Reporting

/// What the report says of the run itself, besides what the consultation came to.
package struct RunFacts: Sendable {
  package var run: String
  package var created: String
  package var usage: Usage
  package var remembered: [RememberedReport]

  package init(run: String, created: String, usage: Usage, remembered: [RememberedReport] = []) {
    self.run = run
    self.created = created
    self.usage = usage
    self.remembered = remembered
  }
}
