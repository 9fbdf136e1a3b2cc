import Basics
import Synchronization

/// The way to one provider, shared by every agent and run of the process: how many calls at once, how many requests and
/// tokens a minute, and whether the provider is worth asking at all. Nobody holds a lock while waiting.
final class ProviderGate: Sendable {
  private struct State {
    var free: Int
    var waiting: [(id: Int, continuation: CheckedContinuation<Bool, Never>)] = []
    var nextID = 0
    var requests: TokenBucket?
    var tokens: TokenBucket?
    var circuit = Circuit()
  }

  private let name: String
  private let state: Mutex<State>

  init(name: String, limits: ProviderLimits) {
    self.name = name
    state = Mutex(
      State(
        free: max(1, limits.concurrency),
        requests: limits.requestsPerMinute.map { TokenBucket(perMinute: $0) },
        tokens: limits.tokensPerMinute.map { TokenBucket(perMinute: $0) }))
  }

  /// Runs one attempt inside the limits.
  /// - Parameters:
  ///   - tokens: reserved from the tokens per minute.
  ///   - used: how many of them were used, from what `body` gave.
  func pass<Value: Sendable>(
    tokens: Int, used: (Value) -> Int, _ body: () async throws -> Value
  ) async throws -> Value {
    try await enter()
    defer { leave() }
    let (delay, refusal) = state.withLock { state -> (Duration, Duration?) in
      if let open = state.circuit.admit() { return (.zero, open) }
      let requests = state.requests?.take(1) ?? .zero
      return (max(requests, state.tokens?.take(tokens) ?? .zero), nil)
    }
    if let refusal {
      throw AttemptFailure(
        error: ModelError(
          .circuitOpen, summary: "The provider is not asked for a while",
          detail:
            "\(Circuit.threshold) calls of \(name) failed in a row; it is asked again in \(Int(saturating: (refusal / .seconds(1)).rounded(.up))) s."
        ))
    }
    var spent = 0
    defer { giveBack(tokens - spent) }
    do {
      if delay > .zero { try await Task.sleep(for: delay) }
      let value = try await body()
      spent = used(value)
      state.withLock { $0.circuit.succeed() }
      return value
    } catch let failure as AttemptFailure {
      if failure.mayBeBilled { spent = tokens }
      state.withLock { failure.isOutage ? $0.circuit.fail() : $0.circuit.pass() }
      throw failure
    } catch {
      state.withLock { $0.circuit.pass() }
      throw error
    }
  }

  private func giveBack(_ tokens: Int) {
    state.withLock { $0.tokens?.giveBack(tokens) }
  }

  private func enter() async throws {
    let id = state.withLock { state -> Int? in
      if state.free > 0 {
        state.free -= 1
        return nil
      }
      state.nextID += 1
      return state.nextID
    }
    guard let id else { return }
    let isIn = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let answer: Bool? = state.withLock { state in
          if Task.isCancelled { return false }
          if state.free > 0 {
            state.free -= 1
            return true
          }
          state.waiting.append((id, continuation))
          return nil
        }
        if let answer { continuation.resume(returning: answer) }
      }
    } onCancel: {
      let waiter = state.withLock { state -> CheckedContinuation<Bool, Never>? in
        guard let place = state.waiting.firstIndex(where: { $0.id == id }) else { return nil }
        return state.waiting.remove(at: place).continuation
      }
      waiter?.resume(returning: false)
    }
    guard isIn else { throw CancellationError() }
  }

  private func leave() {
    let next = state.withLock { state -> CheckedContinuation<Bool, Never>? in
      guard !state.waiting.isEmpty else {
        state.free += 1
        return nil
      }
      return state.waiting.removeFirst().continuation
    }
    next?.resume(returning: true)
  }
}
