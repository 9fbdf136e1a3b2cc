/// A bucket that fills evenly over a minute. What is taken may leave it in debt; the taker then waits until the debt is
/// paid, and those who come later wait longer: first come, first served, without anybody holding anything.
struct TokenBucket {
  private let capacity: Double
  private var level: Double
  private var filled: ContinuousClock.Instant

  init(perMinute capacity: Int, now: ContinuousClock.Instant = .now) {
    self.capacity = Double(max(1, capacity))
    level = self.capacity
    filled = now
  }

  /// Takes an amount and gives how long to wait before it may be used.
  mutating func take(_ amount: Int, now: ContinuousClock.Instant = .now) -> Duration {
    fill(now)
    // More than the bucket ever holds is asked for once it is full.
    level -= min(Double(amount), capacity)
    return level >= 0 ? .zero : .seconds(-level / capacity * 60)
  }

  /// Puts back what was taken and not used; a negative amount takes what was used besides.
  mutating func giveBack(_ amount: Int, now: ContinuousClock.Instant = .now) {
    fill(now)
    level = min(capacity, level + Double(amount))
  }

  private mutating func fill(_ now: ContinuousClock.Instant) {
    level = min(capacity, level + (now - filled) / .seconds(60) * capacity)
    filled = now
  }
}
