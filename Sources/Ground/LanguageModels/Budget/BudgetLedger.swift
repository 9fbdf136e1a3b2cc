import Basics
import Synchronization

/// One run's budget: each call is reserved before it is made, at the most it can use, and settled after it at what it
/// used. What is reserved counts as spent, so that calls at the same time cannot pass the limit together.
package final class BudgetLedger: Sendable {
  private struct State {
    var spent = Spending()
    var reservedTokens = 0
    var reservedDollars = 0.0
    var reservedCalls = 0
    var refusal: String?

    /// What is spent or set aside.
    var taken: Spending {
      Spending(
        calls: spent.calls + reservedCalls, tokens: spent.tokens + reservedTokens,
        dollars: spent.dollars + reservedDollars, unpricedCalls: spent.unpricedCalls)
    }
  }

  private let limits: BudgetLimits
  private let deadline: ContinuousClock.Instant?
  private let state: Mutex<State>
  private let releases = ReleaseQueue()

  /// - Parameters:
  ///   - limits: the time counts from now.
  ///   - spent: what the run used before it was taken up again.
  package init(_ limits: BudgetLimits = BudgetLimits(), spent: Spending = Spending()) {
    self.limits = limits
    deadline = limits.duration.map { .now + $0 }
    state = Mutex(State(spent: spent))
  }

  package var spent: Spending { state.withLock { $0.spent } }

  /// Why a call was refused, in a sentence; nil as long as none was.
  package var refusal: String? { state.withLock { $0.refusal } }

  /// Counts what was paid for at another time, as an answer from the journal.
  package func add(_ spending: Spending) {
    state.withLock { state in
      state.spent.calls += spending.calls
      state.spent.tokens += spending.tokens
      state.spent.dollars += spending.dollars
      state.spent.unpricedCalls += spending.unpricedCalls
    }
  }

  /// Of the length that was asked for, what an answer is at least given where the budget has no more.
  private static let leastShare = 0.5

  /// Sets aside what the call may use at most. Where that fits only once calls in flight gave back what they did not use, it
  /// waits for them, in order; where they give back too little for the whole length, the answer gets what is left, down to half.
  /// - Returns: what is set aside, and the longest answer it pays for, in tokens.
  /// - Throws: `budget` where the call might pass a limit whatever they give back, `unpriced` where nobody said what the model
  ///   costs, and `CancellationError`.
  func reserve(
    _ request: ModelRequest, settings: ModelSettings
  ) async throws -> (reservation: BudgetReservation, maximumTokens: Int) {
    let input = TokenEstimate.most(request)
    func reservation(of output: Int) -> BudgetReservation {
      let most = TokenUsage(input: input, output: output)
      return BudgetReservation(tokens: most.total, dollars: settings.price?.dollars(most))
    }
    guard settings.price != nil || settings.allowsUnpriced else {
      throw ModelError(
        .unpriced, summary: "The model has no price",
        detail:
          "Nobody said what \(settings.name) costs, and it is not taken for free. State 'price:' for it under 'models:' in agents.yaml, or allow it with --allow-unpriced."
      )
    }
    let least = Int(saturating: Double(request.maximumTokens) * Self.leastShare)
    while true {
      let turn = state.withLock { state -> Turn in
        for output in [request.maximumTokens, least] {
          if let reason = excess(reservation(of: output), spent: state.taken) {
            // Whoever has calls in flight waits for what they give back before it is content with less.
            if state.reservedCalls > 0, excess(reservation(of: least), spent: state.spent) == nil {
              return .wait
            }
            if output == least {
              state.refusal = state.refusal ?? reason
              return .refused(reason)
            }
          } else {
            let longest = longest(between: output, and: request.maximumTokens) { [taken = state.taken] in
              excess(reservation(of: $0), spent: taken) == nil
            }
            let reserved = reservation(of: longest)
            state.reservedTokens += reserved.tokens
            state.reservedDollars += reserved.dollars ?? 0
            state.reservedCalls += 1
            return .reserved(reserved, maximumTokens: longest)
          }
        }
        return .wait
      }
      switch turn {
      case .reserved(let reservation, let maximumTokens): return (reservation, maximumTokens)
      case .refused(let reason):
        throw ModelError(.budget, summary: "The run's budget is used up", detail: reason)
      case .wait: try await releases.wait { self.state.withLock { $0.reservedCalls == 0 } }
      }
    }
  }

  /// What comes of looking once whether a call fits.
  private enum Turn {
    case reserved(BudgetReservation, maximumTokens: Int)
    case refused(String)
    case wait
  }

  /// The greatest length that fits, by halving.
  /// - Parameters:
  ///   - least: fits.
  ///   - most: may fit.
  private func longest(between least: Int, and most: Int, fits: (Int) -> Bool) -> Int {
    var (low, high) = (least, most)
    while low < high {
      let middle = low + (high - low + 1) / 2
      if fits(middle) { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// What is left of the run's time; nil for no limit.
  var timeLeft: Duration? { deadline.map { $0 - .now } }

  /// Notes that the time ended in the middle of a call.
  func outOfTime() -> ModelError {
    let reason = "The budget's \(Self.minutes(limits.duration ?? .zero)) minutes are over."
    state.withLock { $0.refusal = $0.refusal ?? reason }
    return ModelError(.budget, summary: "The run's budget is used up", detail: reason)
  }

  func settle(_ reservation: BudgetReservation, usage: TokenUsage, settings: ModelSettings) {
    release(reservation) { spent in
      spent.calls += 1
      spent.tokens += usage.total
      spent.dollars += settings.price?.dollars(usage) ?? 0
      if settings.price == nil { spent.unpricedCalls += 1 }
    }
  }

  /// The call failed. Where it may have been billed, all that was reserved counts as spent: nobody knows better.
  func fail(_ reservation: BudgetReservation, mayBeBilled: Bool) {
    release(reservation) { spent in
      guard mayBeBilled else { return }
      spent.calls += 1
      spent.tokens += reservation.tokens
      spent.dollars += reservation.dollars ?? 0
      if reservation.dollars == nil { spent.unpricedCalls += 1 }
    }
  }

  private func release(_ reservation: BudgetReservation, change: (inout Spending) -> Void) {
    state.withLock { state in
      state.reservedTokens -= reservation.tokens
      state.reservedDollars -= reservation.dollars ?? 0
      state.reservedCalls -= 1
      change(&state.spent)
    }
    releases.signal()
  }

  /// Why the call does not fit; nil where it does.
  private func excess(_ next: BudgetReservation, spent: Spending) -> String? {
    if let reason = limits.excess(next, spent: spent) { return reason }
    if let deadline, deadline <= .now {
      return "The budget's \(Self.minutes(limits.duration ?? .zero)) minutes are over."
    }
    return nil
  }

  private static func minutes(_ duration: Duration) -> String {
    Money.decimal(duration / .seconds(60), places: duration < .seconds(60) ? 2 : 0)
  }
}
