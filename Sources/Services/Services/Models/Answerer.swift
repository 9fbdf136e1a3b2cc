import LanguageModels

/// Who answers for an agent, and why.
struct Answerer: Sendable {
  enum Kind: Sendable {
    case handbook
    case model(ModelSettings)
    /// Only its recorded answers are given.
    case recorded(ModelSettings)
  }

  let kind: Kind
  /// In a few words, for the person: `--model`, `OPENAI_API_KEY is set`.
  let reason: String

  var usesModel: Bool { settings != nil }

  /// The model's; nil for the handbook.
  var settings: ModelSettings? {
    switch kind {
    case .handbook: nil
    case .model(let settings), .recorded(let settings): settings
    }
  }
}
