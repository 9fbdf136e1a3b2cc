import Basics
import CurlHTTP
import Logs

/// A model at a provider: asked within the run's budget and the provider's limits, and asked again where that cannot be
/// paid for twice.
package struct ProviderModel: LanguageModel {
  package let settings: ModelSettings
  private let endpoint: ModelEndpoint
  private let gate: ProviderGate
  private let learned: LearnedConcessions
  private let budget: BudgetLedger

  private static let log = Log.of("models")

  package init(
    settings: ModelSettings, budget: BudgetLedger, transport: any HTTPTransport = CurlTransport.shared,
    gates: ProviderGates = .shared
  ) {
    self.settings = settings
    self.budget = budget
    endpoint = ModelEndpoint(settings: settings, transport: transport)
    gate = gates.gate(settings.provider)
    learned = gates.concessions
  }

  package var name: ModelName { settings.name }

  package func respond(
    to request: ModelRequest, observe: @escaping @Sendable (ModelEvent) -> Void
  ) async throws -> ModelResponse {
    let (reservation, maximumTokens) = try await budget.reserve(request, settings: settings)
    var request = request
    if maximumTokens < request.maximumTokens {
      observe(
        .retry(
          after: .zero,
          reason: "The budget leaves \(maximumTokens) of \(request.maximumTokens) tokens for this answer."))
      request.maximumTokens = maximumTokens
    }
    let start = ContinuousClock.now
    do {
      let response = try await inTime { [request] in
        try await attempts(request, tokens: reservation.tokens, observe: observe)
      }
      budget.settle(reservation, usage: response.usage, settings: settings)
      Self.log.info("\(name): \(response.usage.total) tokens after \(ContinuousClock.now - start)")
      return response
    } catch let failure as AttemptFailure {
      budget.fail(reservation, mayBeBilled: failure.mayBeBilled)
      throw failure.error
    } catch {
      // Cancelled, or out of time: the provider may have been at work.
      budget.fail(reservation, mayBeBilled: true)
      throw error
    }
  }

  /// Runs for no longer than the run has.
  private func inTime(
    _ body: @escaping @Sendable () async throws -> ModelResponse
  ) async throws -> ModelResponse {
    guard let left = budget.timeLeft else { return try await body() }
    do {
      return try await withTimeout(left, error: TimeIsOver(), body: body)
    } catch is TimeIsOver {
      throw budget.outOfTime()
    }
  }

  private struct TimeIsOver: Error {}

  private func attempts(
    _ request: ModelRequest, tokens: Int, observe: @escaping @Sendable (ModelEvent) -> Void
  ) async throws -> ModelResponse {
    let policy = settings.provider.retries
    var attempt = 1
    var conceded = settings.concessions + learned.concessions(settings)
    while true {
      do {
        return try await gate.pass(tokens: tokens, used: { $0.usage.total }) {
          try await endpoint.attempt(request, conceding: conceded, observe: observe)
        }
      } catch var failure as AttemptFailure {
        if let concession = failure.concession, !conceded.contains(concession) {
          conceded.append(concession)
          learned.learn(concession, of: settings)
          observe(.retry(after: .zero, reason: "\(failure.error.detail) Asked again \(concession.words)."))
          Self.log.warning("\(name): asked again \(concession.words): \(failure.error.detail)")
          continue
        }
        guard let delay = policy.delay(after: attempt, failure, jitter: .random(in: 0...1)) else {
          if attempt > 1 { failure.error.detail += " Asked \(attempt) times." }
          throw failure
        }
        observe(.retry(after: delay, reason: failure.error.detail))
        Self.log.warning("\(name): asked again in \(delay): \(failure.error.detail)")
        try await Task.sleep(for: delay)
        attempt += 1
      }
    }
  }
}
