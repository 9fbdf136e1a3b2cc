import Basics
import CurlHTTP
import FoundationEssentials
import Testing

@testable import LanguageModels

/// Limits on the clock that is given to them.
struct LimitTests {
  @Test(arguments: [("7", 7.0), ("0", 0), ("1.5", 1.5), ("Wed, 21 Oct 2026 07:28:30 GMT", 30)])
  func retryAfter(
    text: String, seconds: Double
  ) throws {
    let now = try Date("2026-10-21T07:28:00Z", strategy: .iso8601)
    let head = HTTPHead(status: 429, headers: [HTTPHeader("Retry-After", value: text)])
    #expect(RetryAfter.duration(head, now: now) == .seconds(seconds))
  }

  @Test(arguments: ["soon", "", "Wed, 21 Foo 2026 07:28:30 GMT", "-3"]) func nonsenseIsNoPause(text: String) {
    let head = HTTPHead(status: 429, headers: [HTTPHeader("Retry-After", value: text)])
    #expect(RetryAfter.duration(head) == nil)
  }

  @Test func aDateThatIsOverMeansNow() throws {
    let head = HTTPHead(
      status: 429, headers: [HTTPHeader("retry-after", value: "Wed, 21 Oct 2015 07:28:00 GMT")])
    #expect(RetryAfter.duration(head) == .zero)
  }

  @Test func aBucketLetsItsMinuteThroughAndThenMakesWait() {
    let now = ContinuousClock.now
    var bucket = TokenBucket(perMinute: 60, now: now)
    #expect(bucket.take(60, now: now) == .zero)
    #expect(bucket.take(1, now: now) == .seconds(1))
    #expect(bucket.take(1, now: now) == .seconds(2))
    #expect(bucket.take(1, now: now + .seconds(30)) == .zero)
    bucket.giveBack(5, now: now + .seconds(30))
    #expect(bucket.take(30, now: now + .seconds(30)) == .zero)
  }

  @Test func aCircuitOpensAndTriesAgain() {
    var now = ContinuousClock.now
    var circuit = Circuit()
    for _ in 0..<Circuit.threshold {
      #expect(circuit.admit(now: now) == nil)
      circuit.fail(now: now)
    }
    #expect(circuit.admit(now: now) == Circuit.pause)
    now += Circuit.pause
    #expect(circuit.admit(now: now) == nil)
    #expect(circuit.admit(now: now) != nil)
    circuit.succeed()
    #expect(circuit.admit(now: now) == nil)
  }

  @Test func delaysDoubleUpToTheLongest() {
    let policy = RetryPolicy(attempts: 5, firstDelay: .seconds(1), longestDelay: .seconds(3))
    let failure = AttemptFailure(
      error: ModelError(.unavailable, summary: "", detail: ""), isRepeatable: true)
    #expect(
      (1...5).map { policy.delay(after: $0, failure, jitter: 1) } == [
        .seconds(1), .seconds(2), .seconds(3), .seconds(3), nil,
      ])
    var asked = failure
    asked.retryAfter = .seconds(100)
    #expect(policy.delay(after: 1, asked, jitter: 0) == nil)
  }
}
