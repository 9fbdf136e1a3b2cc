import Basics

/// When a step ran, in seconds since its run began.
package struct StepTime: Sendable, Hashable, Codable {
  package var start: Double
  package var end: Double

  package init(start: Double, end: Double) {
    self.start = start
    self.end = end
  }

  /// `1.2 s from 0.4 s`.
  var words: String {
    "\(Money.decimal(end - start, places: 1)) s from \(Money.decimal(start, places: 1)) s"
  }
}
