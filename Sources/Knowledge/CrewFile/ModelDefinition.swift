import Basics

/// One entry under `models:`: what the person says of a provider, or of one of its models. What is nil is taken from the
/// entry of the provider, then from what ships with the program.
package struct ModelDefinition: Sendable, Hashable {
  package struct Price: Sendable, Hashable {
    /// US dollars for a million tokens.
    package var input: Double
    package var output: Double
    package var cachedInput: Double?

    package init(input: Double, output: Double, cachedInput: Double? = nil) {
      self.input = input
      self.output = output
      self.cachedInput = cachedInput
    }
  }

  package struct Timeouts: Sendable, Hashable {
    /// Seconds.
    package var connect: Double?
    package var firstByte: Double?
    package var idle: Double?
    package var total: Double?

    package init(
      connect: Double? = nil, firstByte: Double? = nil, idle: Double? = nil, total: Double? = nil
    ) {
      self.connect = connect
      self.firstByte = firstByte
      self.idle = idle
      self.total = total
    }
  }

  package struct Header: Sendable, Hashable {
    package var name: String
    /// `$NAME` and `${NAME}` stand for a variable of the environment.
    package var value: String

    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The protocol a provider speaks.
  package enum API: String, Sendable, CaseIterable {
    case openai, responses, anthropic, ollama, gemini, bedrock
  }

  /// How much a model that thinks may think.
  package enum Effort: String, Sendable, CaseIterable {
    case minimal, low, medium, high
  }

  /// What OpenAI's protocol calls the longest answer.
  package enum LimitParameter: String, Sendable, CaseIterable {
    case maxTokens = "max_tokens"
    case maxCompletionTokens = "max_completion_tokens"
  }

  /// How an answer is held to a JSON Schema.
  package enum StructuredOutput: String, Sendable, CaseIterable {
    /// By the provider.
    case native
    /// By the provider, with OpenAI's older `json_object` and the schema beside it.
    case jsonObject = "json_object"
    /// By the words of the prompt and one repair turn.
    case prompted
  }

  /// `provider` or `provider/model`.
  package var name: String
  package var api: API?
  package var baseURL: String?
  /// The variable of the environment that holds the key.
  package var keyVariable: String?
  /// The program that prints the key where the environment holds none, with its arguments; empty for none.
  package var keyCommand: [String] = []
  /// The header that carries the key.
  package var keyHeader: String?
  /// What stands before the key in that header.
  package var keyPrefix: String?
  package var headers: [Header] = []
  package var price: Price?
  package var allowsUnpriced: Bool?
  package var contextLength: Int?
  package var maximumTokens: Int?
  package var limitParameter: LimitParameter?
  /// Parameters that the server does not take and that are left out of requests.
  package var omitted: [String] = []
  package var temperature: Double?
  package var effort: Effort?
  /// Tokens that may be thought.
  package var thinkingTokens: Int?
  package var serviceTier: String?
  /// Members that go into each request as they are.
  package var extraBody: [JSONMember] = []
  package var seed: Int?
  package var structuredOutput: StructuredOutput?
  package var requestsPerMinute: Int?
  package var tokensPerMinute: Int?
  package var concurrency: Int?
  /// Attempts at one call in all.
  package var attempts: Int?
  package var timeouts = Timeouts()
  package var range: SourceRange

  init(name: String, range: SourceRange) {
    self.name = name
    self.range = range
  }
}
