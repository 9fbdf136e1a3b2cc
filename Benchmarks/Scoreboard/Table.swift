import Foundation

/// Lines of figures, printed as they are measured.
struct Table {
  /// One figure with what it should be.
  func row(_ name: String, _ figure: String, goal: String = "") {
    let padded = name.padding(toLength: max(name.count, 44), withPad: " ", startingAt: 0)
    print("\(padded)  \(figure)\(goal.isEmpty ? "" : "   (goal \(goal))")")
  }

  func note(_ text: String) { print("    \(text)") }

  func share(_ part: Int, _ whole: Int) -> String {
    "\(part) of \(whole) = \(String(format: "%.1f", 100 * Double(part) / Double(max(whole, 1)))) %"
  }

  func seconds(since start: ContinuousClock.Instant) -> String {
    String(format: "%.1f", (ContinuousClock.now - start) / .seconds(1))
  }

  /// The time below which that part of the durations lies, in milliseconds.
  func quantile(_ part: Double, _ durations: [Duration]) -> Double {
    let sorted = durations.sorted()
    guard !sorted.isEmpty else { return 0 }
    return sorted[min(Int(part * Double(sorted.count)), sorted.count - 1)] / .milliseconds(1)
  }

  func timed<Result>(_ durations: inout [Duration], _ work: () throws -> Result) rethrows -> Result {
    let start = ContinuousClock.now
    let result = try work()
    durations.append(ContinuousClock.now - start)
    return result
  }
}
