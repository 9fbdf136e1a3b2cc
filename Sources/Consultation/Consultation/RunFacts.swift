import Reporting

/// What the report says of the run itself, besides what the consultation came to.
package struct RunFacts: Sendable {
  package var run: String
  package var created: String
  package var usage: RunUsage
  package var remembered: [RememberedReport]
  /// When each step ran, by its key.
  package var times: [String: StepTime]
  package var sent: [SentReport]

  package init(
    run: String, created: String, usage: RunUsage, remembered: [RememberedReport] = [],
    times: [String: StepTime] = [:], sent: [SentReport] = []
  ) {
    self.times = times
    self.sent = sent
    self.run = run
    self.created = created
    self.usage = usage
    self.remembered = remembered
  }
}
