import Basics
import CurlHTTP
import FoundationEssentials

/// One model at one provider: makes single attempts, without limits, retries or a budget.
struct ModelEndpoint: Sendable {
  let settings: ModelSettings
  let transport: any HTTPTransport
  private let wire: any Wire
  private var verdict: AnswerVerdict { AnswerVerdict(settings: settings) }

  init(settings: ModelSettings, transport: any HTTPTransport) {
    self.settings = settings
    self.transport = transport
    wire = settings.provider.wire.wire
  }

  /// - Parameter concessions: what the request is sent without.
  /// - Throws: `AttemptFailure`, or `CancellationError` where the caller was cancelled.
  func attempt(
    _ request: ModelRequest, conceding concessions: [Concession] = [],
    observe: @escaping @Sendable (ModelEvent) -> Void
  ) async throws -> ModelResponse {
    let asked = request.tuning.applied(to: wire.body(request, settings: settings))
    let body = concessions.reduce(asked) { $1.applied(to: $0) }
    let exchange = try await exchange(body, streams: request.streams)
    do {
      let answer =
        request.streams
        ? try await streamed(
          exchange, body: body, limit: request.maximumTokens * Self.longestToken, observe: observe)
        : try await whole(exchange, body: body, observe: observe)
      return try verdict.checked(answer, request: request)
    } catch let failure as AttemptFailure where failure.error.code == .unauthorized {
      if let command = settings.provider.keyCommand { await KeyCommands.shared.forget(command) }
      throw failure
    } catch let error as HTTPError {
      if error.code == .cancelled { throw CancellationError() }
      throw AttemptFailure(error, isStreamed: request.streams)
    }
  }

  /// The request with its key, which a command may have to print first.
  private func exchange(_ body: JSONValue, streams: Bool) async throws -> HTTPRequest {
    let provider = settings.provider
    let address = provider.address(
      wire.path(of: settings.name, streams: streams), model: settings.name.model)
    let bytes = body.compactBytes
    var (key, credentials) = (provider.key, provider.credentials)
    if key == nil, let command = provider.keyCommand {
      do throws(ModelError) {
        let printed = try await KeyCommands.shared.text(command)
        credentials = AWSCredentials(process: printed)
        if credentials == nil { key = APIKey(printed) }
      } catch {
        throw AttemptFailure(error: error)
      }
    }
    var headers = [
      HTTPHeader("Content-Type", value: "application/json"), HTTPHeader("User-Agent", value: "consilium"),
    ]
    headers += provider.headers(key)
    if key == nil, let credentials {
      guard let region = provider.region else {
        throw AttemptFailure(
          error: ModelError(
            .configuration, summary: "A request that cannot be signed",
            detail: "The address \(provider.origin) names no region, which the signature is for."))
      }
      headers += RequestSignature(credentials: credentials, region: region, service: "bedrock")
        .headers(.post, address: address, body: bytes, at: Date())
    }
    return HTTPRequest(
      .post, address: address, headers: headers, body: bytes, timeouts: provider.timeouts,
      maximumAnswer: Self.maximumAnswer)
  }

  /// In bytes of the protocol; an answer of a hundred thousand tokens is a fraction of it.
  private static let maximumAnswer = 8 << 20
  /// In bytes. Tokens have a few; what is far beyond the most that was asked for is a provider run wild.
  private static let longestToken = 32

  private func whole(
    _ exchange: HTTPRequest, body: JSONValue, observe: @escaping @Sendable (ModelEvent) -> Void
  ) async throws -> AnswerInProgress {
    let response = try await transport.exchange(exchange)
    guard response.head.status == 200 else {
      throw AttemptFailure(response.head, body: response.body, sent: body, settings: settings)
    }
    if case .page = AnswerShape(response.body, of: wire) {
      throw verdict.notAnAnswer(response.head, page: response.body)
    }
    var reader = WireReader(wire: wire)
    do throws(ModelError) {
      try reader.take(whole: response.body).forEach(observe)
    } catch {
      throw verdict.reported(error, by: reader.answer)
    }
    return reader.answer
  }

  private func streamed(
    _ exchange: HTTPRequest, body: JSONValue, limit: Int, observe: @escaping @Sendable (ModelEvent) -> Void
  ) async throws -> AnswerInProgress {
    let stream = try await transport.open(exchange)
    guard stream.head.status == 200 else {
      throw AttemptFailure(stream.head, body: try await stream.rest(), sent: body, settings: settings)
    }
    let opening = try await opening(of: stream)
    var reader = WireReader(wire: wire)
    do {
      switch AnswerShape(opening, of: wire) {
      case .page: throw verdict.notAnAnswer(stream.head, page: opening)
      case .document:
        let rest = try await stream.rest(limit: Self.maximumAnswer)
        try reader.take(whole: opening + rest).forEach(observe)
      case .stream, nil:
        try await read(stream, after: opening, with: &reader, limit: limit, observe: observe)
      }
    } catch let error as ModelError {
      throw verdict.reported(error, by: reader.answer)
    } catch let error as HTTPError where !opening.isEmpty && error.code != .cancelled {
      throw AttemptFailure(error: AttemptFailure.modelError(error), mayBeBilled: true, isOutage: true)
    }
    guard reader.hasRead || opening.isEmpty else { throw verdict.notAnAnswer(stream.head, page: opening) }
    guard reader.answer.isEnded else {
      throw AttemptFailure(
        error: ModelError(
          .broken, summary: "The answer broke off",
          detail: "\(settings.name) closed the connection in the middle of its answer."), mayBeBilled: true)
    }
    return reader.answer
  }

  /// The first bytes that say what the body is.
  private func opening(of stream: HTTPStream) async throws(HTTPError) -> [UInt8] {
    var opening: [UInt8] = []
    while AnswerShape(opening, of: wire) == nil, let chunk = try await stream.next() { opening += chunk }
    return opening
  }

  private func read(
    _ stream: HTTPStream, after opening: [UInt8], with reader: inout WireReader, limit: Int,
    observe: @escaping @Sendable (ModelEvent) -> Void
  ) async throws {
    try reader.take(opening).forEach(observe)
    while let chunk = try await stream.next() {
      try reader.take(chunk).forEach(observe)
      guard reader.answer.size <= limit else {
        throw ModelError.malformed("it goes on beyond the \(limit) bytes that its longest length allows")
      }
    }
    try reader.finish()
  }
}
