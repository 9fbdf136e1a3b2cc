/// Stops asking a provider that fails every time, and lets one call through now and then to see whether it is back.
struct Circuit {
  private var failures = 0
  private var openUntil: ContinuousClock.Instant?
  private var isTrying = false

  /// Failures in a row that open it.
  static let threshold = 8
  static let pause: Duration = .seconds(20)

  /// Whether a call may be made; a refusal says how long it stays open.
  mutating func admit(now: ContinuousClock.Instant = .now) -> Duration? {
    guard let until = openUntil else { return nil }
    if now < until { return until - now }
    if isTrying { return Self.pause }
    isTrying = true
    return nil
  }

  mutating func succeed() {
    self = Circuit()
  }

  mutating func fail(now: ContinuousClock.Instant = .now) {
    failures += 1
    if isTrying || failures >= Self.threshold { openUntil = now + Self.pause }
    isTrying = false
  }

  /// The call ended without saying anything about the provider.
  mutating func pass() {
    isTrying = false
  }
}
