/// When a step ran, in seconds since its run began.
package struct StepTime: Sendable, Hashable, Codable {
  package var start: Double
  package var end: Double

  package init(start: Double, end: Double) {
    self.start = start
    self.end = end
  }
}
