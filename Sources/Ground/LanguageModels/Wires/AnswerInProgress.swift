import Basics

/// An answer while it arrives, in words of no protocol.
struct AnswerInProgress {
  private(set) var text = ""
  private var calls: [(place: Int, call: ToolCall)] = []
  var usage = TokenUsage(isExact: false)
  var finish: FinishReason?
  /// Whether the protocol's own mark of the end was seen.
  var isEnded = false
  /// What is heard since it was last asked for.
  private var heard: [ModelEvent] = []

  mutating func append(_ chunk: String) {
    guard !chunk.isEmpty else { return }
    text += chunk
    heard.append(.text(chunk))
  }

  /// Adds to the call at a place of the answer; the first piece names it.
  mutating func append(toCall place: Int, id: String?, name: String?, arguments: String) {
    if let index = calls.firstIndex(where: { $0.place == place }) {
      calls[index].call.arguments += arguments
      if calls[index].call.name.isEmpty, let name { calls[index].call.name = name }
    } else {
      calls.append(
        (place, ToolCall(id: id ?? "call_\(place)", name: name ?? "", arguments: arguments)))
      heard.append(.toolCall(name: name ?? ""))
    }
  }

  /// Bytes of text and arguments so far.
  var size: Int { text.utf8.count + calls.reduce(0) { $0 + $1.call.arguments.utf8.count } }

  var callCount: Int { calls.count }

  mutating func takeHeard() -> [ModelEvent] {
    defer { heard.removeAll() }
    return heard
  }

  /// The answer as far as it came; a call of the tool that stands for the answer's form becomes its text.
  func response(to request: ModelRequest) -> ModelResponse {
    var calls = calls.map(\.call)
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
