import Foundation

/// Wilson's score interval at 95 %: holds near 0 and 1 too, unlike the normal approximation.
enum Interval {
  static func wilson(_ right: Double, of total: Int) -> (low: Double, high: Double) {
    guard total > 0 else { return (0, 1) }
    let z = 1.959964
    let n = Double(total)
    let share = right / n
    let spread = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    let centre = share + z * z / (2 * n)
    let scale = 1 + z * z / n
    return (max(0, (centre - spread) / scale), min(1, (centre + spread) / scale))
  }
}
