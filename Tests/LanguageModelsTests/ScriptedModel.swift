import Basics
import LanguageModels
import Synchronization

/// A model for tests: each call takes the next step of a script. An unexpected call is an error, and `remaining` says
/// what was never asked for, so that a test can fail on both.
final class ScriptedModel: LanguageModel {
  /// One expected call.
  struct Step: Sendable {
    /// Words that the last message of the request has to hold; empty for any request.
    var expects: String
    var result: Result<ModelResponse, ModelError>

    init(expects: String = "", result: Result<ModelResponse, ModelError>) {
      self.expects = expects
      self.result = result
    }
  }

  let name: ModelName
  private let state: Mutex<(steps: [Step], requests: [ModelRequest])>

  init(_ steps: [Step], name: ModelName = ModelName(provider: "scripted", model: "model")) {
    self.name = name
    state = Mutex((steps, []))
  }

  /// A script of plain answers.
  convenience init(answers: [String]) {
    self.init(answers.map { Step(result: .success(ModelResponse(text: $0))) })
  }

  /// The steps nobody asked for yet.
  var remaining: Int { state.withLock { $0.steps.count } }

  /// Every request so far, in order.
  var requests: [ModelRequest] { state.withLock { $0.requests } }

  func respond(
    to request: ModelRequest, observe: @escaping @Sendable (ModelEvent) -> Void
  ) async throws -> ModelResponse {
    let said = request.messages.last.map { "\($0)" } ?? ""
    let step = state.withLock { state -> Step? in
      state.requests.append(request)
      // Agents ask at the same time, so that the order of their calls is nobody's promise.
      guard let place = state.steps.firstIndex(where: { $0.expects.isEmpty || said.contains($0.expects) })
      else { return nil }
      return state.steps.remove(at: place)
    }
    guard let step else {
      throw ModelError(
        .unexpectedCall, summary: "The script has no such call",
        detail: "No step that is left expects this: \(said.prefix(200))")
    }
    let response = try step.result.get()
    if !response.text.isEmpty { observe(.text(response.text)) }
    return response
  }
}
