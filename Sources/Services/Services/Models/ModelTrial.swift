import Basics
import Trust
import CrewFile
import LanguageModels

/// One small streamed and one structured call, for `consilium models test`.
package struct ModelTrial: Sendable {
  /// How a call went.
  package struct Outcome: Sendable, Codable {
    /// `streamed`, `structured`.
    package var call: String
    package var isGood: Bool
    /// The answer's first words, or what went wrong.
    package var detail: String
    package var milliseconds: Int
    /// Until the first piece of the answer; nil where none came.
    package var firstPieceMilliseconds: Int?
    package var tokens: Int
    package var dollars: Double?
    /// What had to be asked again, and how.
    package var notes: [String] = []
  }

  private let settings: ModelSettings
  private let words: TrialWords

  /// - Parameter name: `provider/model`.
  package init(installation: Installation, crewFile: String, name: String, allowsUnpriced: Bool) throws {
    let crew = try installation.crew(crewFile)
    let resolution = try ModelResolution(
      crew, environment: installation.environment, allowsUnpriced: allowsUnpriced)
    settings = try resolution.settings(try resolution.name(name))
    words = try TrialWords(crew.file.prompts)
  }

  package func outcomes() async -> [Outcome] {
    let plain = await outcome(
      "streamed", request: ModelRequest(messages: [.user(words.streamed)], maximumTokens: 256)
    ) { $0.text }
    let format = AnswerFormat(
      name: "trial",
      schema: [
        "type": "object", "properties": ["answer": ["type": "integer"]], "required": ["answer"],
        "additionalProperties": false,
      ])
    let structured = await outcome(
      "structured",
      request: ModelRequest(messages: [.user(words.structured)], format: format, maximumTokens: 256)
    ) { try StructuredAnswer(format).document(in: $0.text).compact }
    return [plain, structured]
  }

  private func outcome(
    _ call: String, request: ModelRequest, read: (ModelResponse) throws -> String
  ) async -> Outcome {
    let ledger = BudgetLedger()
    let model = ProviderModel(settings: settings, budget: ledger)
    let clock = ContinuousClock()
    let start = clock.now
    let first = FirstChunkTime()
    let notes = TrialNotes()
    func milliseconds(_ instant: ContinuousClock.Instant) -> Int {
      Int(saturating: (instant - start) / .milliseconds(1))
    }
    var outcome = Outcome(call: call, isGood: false, detail: "", milliseconds: 0, tokens: 0)
    do {
      let response = try await model.respond(to: request) { event in
        switch event {
        case .text: first.note(clock.now)
        case .retry(_, let reason): notes.add(reason)
        case .toolCall: break
        }
      }
      outcome.detail = String(try read(response).prefix(200))
      outcome.isGood = true
    } catch {
      outcome.detail = "\(error)"
    }
    outcome.milliseconds = milliseconds(clock.now)
    outcome.firstPieceMilliseconds = first.time.map(milliseconds)
    outcome.notes = notes.all
    outcome.tokens = ledger.spent.tokens
    outcome.dollars = settings.price.map { _ in ledger.spent.dollars }
    return outcome
  }
}
