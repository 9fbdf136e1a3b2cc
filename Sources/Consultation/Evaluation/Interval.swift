import Foundation

/// Wilson's score interval at 95 %: holds near 0 and 1 too, unlike the normal approximation.
package enum Interval {
  /// - Returns: shares from 0 to 1.
  package static func wilson(_ right: Double, of total: Int) -> (low: Double, high: Double) {
    guard total > 0 else { return (0, 1) }
    let z = 1.959964
    let n = Double(total)
    let share = right / n
    let spread = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    let centre = share + z * z / (2 * n)
    let scale = 1 + z * z / n
    return (max(0, (centre - spread) / scale), min(1, (centre + spread) / scale))
  }

  /// The difference of two ways on the same requests, at 95 % (Wald's interval with Agresti and Min's half a count in each
  /// cell, which holds with few pairs, too).
  /// - Parameters:
  ///   - first: requests that only the first way has right.
  ///   - second: those that only the second way has right.
  ///   - total: all requests.
  /// - Returns: the second way's share minus the first one's, from -1 to 1.
  package static func paired(
    first: Int, second: Int, of total: Int
  ) -> (difference: Double, low: Double, high: Double) {
    guard total > 0 else { return (0, -1, 1) }
    let z = 1.959964
    let (b, c, n) = (Double(first) + 0.5, Double(second) + 0.5, Double(total) + 2)
    let difference = (c - b) / n
    let error = ((b + c - (c - b) * (c - b) / n)).squareRoot() / n
    return (
      Double(second - first) / Double(total), max(-1, difference - z * error),
      min(1, difference + z * error)
    )
  }
}
