/// Which protocol a provider speaks.
package enum WireKind: String, Hashable, Sendable, Codable, CaseIterable {
  /// `/chat/completions`: OpenAI, Azure, vLLM, llama.cpp, LM Studio and many others.
  case openai
  /// OpenAI's `/responses`.
  case responses
  /// `/v1/messages`.
  case anthropic
  /// `/api/chat`.
  case ollama
  /// Google's `generateContent`.
  case gemini
  /// Bedrock's `Converse`.
  case bedrock

  var wire: any Wire {
    switch self {
    case .openai: OpenAIWire()
    case .anthropic: AnthropicWire()
    case .ollama: OllamaWire()
    case .responses: ResponsesWire()
    case .gemini: GeminiWire()
    case .bedrock: ConverseWire()
    }
  }
}
