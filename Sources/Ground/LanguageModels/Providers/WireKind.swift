/// Which protocol a provider speaks.
package enum WireKind: String, Hashable, Sendable, Codable, CaseIterable {
  /// `/chat/completions`: OpenAI, Azure, vLLM, llama.cpp, LM Studio and many others.
  case openai
  /// `/v1/messages`.
  case anthropic
  /// `/api/chat`.
  case ollama

  var wire: any Wire {
    switch self {
    case .openai: OpenAIWire()
    case .anthropic: AnthropicWire()
    case .ollama: OllamaWire()
    }
  }
}
