import Basics
import CurlHTTP

/// One model at one provider: makes single attempts, without limits, retries or a budget.
struct ModelEndpoint: Sendable {
  let settings: ModelSettings
  let transport: any HTTPTransport
  private let wire: any Wire
  private let address: String
  private let headers: [HTTPHeader]

  init(settings: ModelSettings, transport: any HTTPTransport) {
    self.settings = settings
    self.transport = transport
    let provider = settings.provider
    wire = provider.wire.wire
    address = provider.address(wire.path)
    headers =
      [HTTPHeader("Content-Type", value: "application/json"), HTTPHeader("User-Agent", value: "consilium")]
      + wire.headers(provider.key, keyHeader: provider.keyHeader) + provider.headers
  }

  /// - Throws: `AttemptFailure`, or `CancellationError` where the caller was cancelled.
  func attempt(
    _ request: ModelRequest, observe: @escaping @Sendable (ModelEvent) -> Void
  ) async throws -> ModelResponse {
    let exchange = httpRequest(request)
    do {
      let answer =
        request.streams
        ? try await streamed(exchange, limit: request.maximumTokens * Self.longestToken, observe: observe)
        : try await whole(exchange, observe: observe)
      return try checked(answer.response(to: request))
    } catch let error as HTTPError {
      if error.code == .cancelled { throw CancellationError() }
      throw AttemptFailure(error, isStreamed: request.streams)
    }
  }

  private func httpRequest(_ request: ModelRequest) -> HTTPRequest {
    HTTPRequest(
      .post, address: address, headers: headers, body: wire.body(request, settings: settings).compactBytes,
      timeouts: settings.provider.timeouts, maximumAnswer: Self.maximumAnswer)
  }

  /// In bytes of the protocol; an answer of a hundred thousand tokens is a fraction of it.
  private static let maximumAnswer = 8 << 20
  /// In bytes. Tokens have a few; what is far beyond the most that was asked for is a provider run wild.
  private static let longestToken = 32

  private func whole(
    _ exchange: HTTPRequest, observe: @escaping @Sendable (ModelEvent) -> Void
  ) async throws -> AnswerInProgress {
    let response = try await transport.exchange(exchange)
    guard response.head.status == 200 else {
      throw AttemptFailure(response.head, body: response.body, settings: settings)
    }
    var answer = AnswerInProgress()
    do throws(ModelError) {
      try wire.read(WireReader.document(response.body), into: &answer)
    } catch {
      throw AttemptFailure(error: error, mayBeBilled: true)
    }
    answer.takeHeard().forEach(observe)
    return answer
  }

  private func streamed(
    _ exchange: HTTPRequest, limit: Int, observe: @escaping @Sendable (ModelEvent) -> Void
  ) async throws -> AnswerInProgress {
    let stream = try await transport.open(exchange)
    guard stream.head.status == 200 else {
      throw AttemptFailure(stream.head, body: try await stream.rest(), settings: settings)
    }
    var reader = WireReader(wire: wire)
    var hasBegun = false
    do {
      while let chunk = try await stream.next() {
        hasBegun = true
        try reader.take(chunk).forEach(observe)
        guard reader.answer.size <= limit else {
          throw ModelError.malformed("it goes on beyond the \(limit) bytes that its longest length allows")
        }
      }
      try reader.finish()
    } catch let error as ModelError {
      throw AttemptFailure(error: error, mayBeBilled: true)
    } catch let error as HTTPError where hasBegun && error.code != .cancelled {
      throw AttemptFailure(error: AttemptFailure.modelError(error), mayBeBilled: true, isOutage: true)
    }
    guard reader.answer.isEnded else {
      throw AttemptFailure(
        error: ModelError(
          .broken, summary: "The answer broke off",
          detail: "\(settings.name) closed the connection in the middle of its answer."), mayBeBilled: true)
    }
    return reader.answer
  }

  /// An answer without anything in it is none.
  private func checked(_ response: ModelResponse) throws(AttemptFailure) -> ModelResponse {
    if response.finish == .contentFilter {
      throw AttemptFailure(
        error: ModelError(
          .filtered, summary: "The provider withheld the answer",
          detail: "\(settings.name) says that its content filter stopped the answer."), mayBeBilled: true)
    }
    guard !response.text.allSatisfy(\.isWhitespace) || !response.toolCalls.isEmpty else {
      throw AttemptFailure(
        error: ModelError(
          .empty, summary: "The answer is empty",
          detail: response.finish == .length
            ? "\(settings.name) used its \(response.usage.output) tokens up before it said anything; raise max_tokens."
            : "\(settings.name) answered with neither text nor a tool call."), mayBeBilled: true)
    }
    return response
  }
}
