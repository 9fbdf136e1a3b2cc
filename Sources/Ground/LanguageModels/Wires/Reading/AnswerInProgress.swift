import Basics

/// An answer while it arrives, in words of no protocol.
struct AnswerInProgress {
  private(set) var text = ""
  private var calls = CallsInProgress()
  var usage = TokenUsage(isExact: false)
  var finish: FinishReason?
  /// Whether the protocol's own mark of the end was seen.
  var isEnded = false
  /// Whether the server only made ready and answered nothing yet, as Ollama does after it loaded a model.
  var isOnlyLoaded = false
  /// The words in which the model declined to answer, where the protocol has a place of its own for them.
  private(set) var refusal = ""
  /// Bytes of thoughts that are no part of the answer.
  private(set) var thoughtSize = 0
  /// What is heard since it was last asked for.
  private var heard: [ModelEvent] = []

  mutating func append(_ chunk: String) {
    guard !chunk.isEmpty else { return }
    text += chunk
    heard.append(.text(chunk))
  }

  mutating func append(refusal chunk: String) { refusal += chunk }

  mutating func append(thought chunk: String) { thoughtSize += chunk.utf8.count }

  /// Adds a piece of a call. Which call it belongs to, `CallsInProgress` decides.
  mutating func append(toCall place: Int?, id: String?, name: String?, arguments: String) {
    if let begun = calls.take(CallPiece(place: place, id: id, name: name, arguments: arguments)) {
      heard.append(.toolCall(name: begun))
    }
  }

  /// Bytes of text, refusal, thoughts and arguments so far.
  var size: Int { text.utf8.count + refusal.utf8.count + thoughtSize + calls.size }

  var callCount: Int { calls.count }

  mutating func takeHeard() -> [ModelEvent] {
    defer { heard.removeAll() }
    return heard
  }

  /// The answer as far as it came; a call of the tool that stands for the answer's form becomes its text.
  func response(to request: ModelRequest) -> ModelResponse {
    var calls = calls.calls
    var text = ReasoningTags.stripped(from: text)
    if let format = request.format, let answer = calls.first(where: { $0.name == format.name }) {
      text = answer.arguments
      calls = []
    }
    let finish: FinishReason = !calls.isEmpty ? .toolCalls : finish == .toolCalls ? .stop : finish ?? .other
    var usage = usage
    if !usage.isExact {
      usage.input = max(usage.input, TokenEstimate.likely(request))
      usage.output = max(usage.output, TokenEstimate.likely(text))
    }
    return ModelResponse(text: text, toolCalls: calls, usage: usage, finish: finish)
  }
}
