import Basics
import CurlHTTP

/// What an answer that was read is worth, or what stands in its place.
struct AnswerVerdict {
  let settings: ModelSettings

  /// An error in place of an answer. One that comes before anything of it has cost nothing, and may be over the next time.
  func reported(_ error: ModelError, by answer: AnswerInProgress) -> AttemptFailure {
    guard answer.size == 0, error.code != .malformed else {
      return AttemptFailure(error: error, mayBeBilled: true)
    }
    let summary = error.code == .refused ? "The provider refused the request" : "The provider failed"
    return AttemptFailure(
      error: ModelError(error.code, summary: summary, detail: "\(settings.name) said: \(error.detail)."),
      isRepeatable: error.code == .unavailable || error.code == .limited,
      isOutage: error.code == .unavailable)
  }

  func notAnAnswer(_ head: HTTPHead, page: [UInt8]) -> AttemptFailure {
    let kind = head["content-type"].map { String($0.prefix { $0 != ";" }) } ?? "no content type"
    let title = AnswerShape.title(ofPage: page)
    let text = String(decoding: page.prefix(120), as: UTF8.self).filter { !$0.isNewline }
    return AttemptFailure(
      error: ModelError(
        .malformed, summary: "This is no answer of a model",
        detail:
          "\(settings.provider.origin) answered \(kind) (\"\(title.isEmpty ? text : title)\") where \(settings.name) should answer. Look at the address: that of OpenAI's protocol mostly ends with /v1."
      ))
  }

  /// An answer without anything in it is none.
  func checked(
    _ answer: AnswerInProgress, request: ModelRequest
  ) throws(AttemptFailure) -> ModelResponse {
    let response = answer.response(to: request)
    let isSilent = response.text.allSatisfy(\.isWhitespace) && response.toolCalls.isEmpty
    if isSilent, !answer.refusal.isEmpty {
      throw AttemptFailure(
        error: ModelError(
          .filtered, summary: "The model declined to answer",
          detail: "\(settings.name) said: \(answer.refusal.prefix(300))"), mayBeBilled: true)
    }
    if response.finish == .contentFilter {
      let said = response.text.isEmpty ? "" : " It had said: \(response.text.prefix(200))"
      throw AttemptFailure(
        error: ModelError(
          .filtered, summary: "The provider withheld the answer",
          detail: "\(settings.name) says that its content filter stopped the answer.\(said)"),
        mayBeBilled: true)
    }
    if isSilent, answer.isOnlyLoaded {
      throw AttemptFailure(
        error: ModelError(
          .unavailable, summary: "The model was only loaded",
          detail: "\(settings.name) was loaded and said nothing yet."), isRepeatable: true)
    }
    guard !isSilent else {
      throw AttemptFailure(
        error: ModelError(
          response.finish == .length ? .truncated : .empty, summary: "The answer is empty",
          detail: emptiness(response, thoughts: answer.thoughtSize)),
        mayBeBilled: true)
    }
    return response
  }

  private func emptiness(_ response: ModelResponse, thoughts: Int) -> String {
    if response.finish == .length {
      return
        "\(settings.name) used its \(response.usage.output) tokens up before it said anything; raise max_tokens."
    }
    return thoughts > 0
      ? "\(settings.name) thought (\(thoughts) bytes) and then answered with neither text nor a tool call."
      : "\(settings.name) answered with neither text nor a tool call."
  }
}
