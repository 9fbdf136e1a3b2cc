import Basics
import StrictYAML

extension CrewReader {
  /// The entries under `models:`.
  mutating func models(_ node: YAMLNode?) -> [ModelDefinition] {
    guard let node else { return [] }
    guard let pairs = node.pairs else {
      report(
        node, summary: "Wrong type",
        detail: "'models:' is a mapping of 'provider' or 'provider/model' to what holds for it.")
      return []
    }
    return pairs.map { model($0) }
  }

  private mutating func model(_ pair: YAMLNode.Pair) -> ModelDefinition {
    let block = fields(pair.value, place: "model '\(pair.key)'", allowed: CrewKeys.model)
    var model = ModelDefinition(name: pair.key, range: SourceRange(file: file, start: pair.keyPosition))
    model.api = choice(block["api"], type: ModelDefinition.API.self, name: "api")
    model.baseURL = address(block["base_url"])
    model.keyVariable = block["api_key_env"]?.text
    model.keyHeader = block["api_key_header"]?.text
    model.keyPrefix = block["api_key_prefix"]?.text
    model.keyCommand = command(block["key_command"])
    model.headers = headers(block["headers"])
    model.price = price(block["price"])
    model.allowsUnpriced = flag(block["allow_unpriced"], name: "allow_unpriced")
    model.contextLength = integer(block["context_length"], name: "context_length", range: 512...100_000_000)
    model.maximumTokens = integer(block["max_tokens"], name: "max_tokens", range: 1...10_000_000)
    model.limitParameter = choice(
      block["max_tokens_parameter"], type: ModelDefinition.LimitParameter.self, name: "max_tokens_parameter")
    model.omitted = words(block["omit"], name: "omit")
    model.effort = choice(
      block["reasoning_effort"], type: ModelDefinition.Effort.self, name: "reasoning_effort")
    model.thinkingTokens = integer(
      block["thinking_budget"], name: "thinking_budget", range: 0...10_000_000)
    model.serviceTier = block["service_tier"]?.text
    model.extraBody = members(block["extra_body"])
    model.temperature = number(block["temperature"], name: "temperature", range: 0...2)
    model.seed = integer(block["seed"], name: "seed", range: 0...Int(Int32.max))
    model.structuredOutput = choice(
      block["structured_output"], type: ModelDefinition.StructuredOutput.self, name: "structured_output")
    model.requestsPerMinute = integer(block["rpm"], name: "rpm", range: 1...10_000_000)
    model.tokensPerMinute = integer(block["tpm"], name: "tpm", range: 1...10_000_000_000)
    model.concurrency = integer(block["concurrency"], name: "concurrency", range: 1...10_000)
    model.attempts = integer(block["attempts"], name: "attempts", range: 1...20)
    if let node = block["timeouts"] { model.timeouts = timeouts(node) }
    return model
  }

  private mutating func address(_ node: YAMLNode?) -> String? {
    guard let node else { return nil }
    guard let text = node.text, text.hasPrefix("http://") || text.hasPrefix("https://") else {
      report(node, summary: "Wrong value", detail: "'base_url' begins with http:// or https://\(seen(node)).")
      return nil
    }
    return text
  }

  /// A program with its arguments: a list, or words apart by spaces. No shell reads them.
  private mutating func command(_ node: YAMLNode?) -> [String] {
    guard let node else { return [] }
    if let text = node.text { return text.split(separator: " ").map(String.init) }
    return words(node, name: "key_command")
  }

  private mutating func words(_ node: YAMLNode?, name: String) -> [String] {
    guard let node else { return [] }
    let words = (node.elements ?? []).compactMap(\.text)
    if words.isEmpty || words.count != node.elements?.count {
      report(node, summary: "Wrong type", detail: "'\(name)' is a list of texts\(seen(node)).")
    }
    return words
  }

  private mutating func members(_ node: YAMLNode?) -> [JSONMember] {
    guard let node else { return [] }
    guard let members = node.json.object else {
      report(node, summary: "Wrong type", detail: "'extra_body' is a mapping of what a request has besides.")
      return []
    }
    let own = members.first { ["model", "messages", "contents", "input", "stream"].contains($0.key) }
    if let own {
      report(
        node, summary: "Wrong value",
        detail: "'extra_body' may not have '\(own.key)', which is what the request is about.")
    }
    return own == nil ? members : []
  }

  private mutating func headers(_ node: YAMLNode?) -> [ModelDefinition.Header] {
    guard let node else { return [] }
    guard let pairs = node.pairs else {
      report(node, summary: "Wrong type", detail: "'headers' is a mapping of names to values.")
      return []
    }
    return pairs.compactMap { pair in
      guard let value = pair.value.text else {
        report(pair.value, summary: "Wrong type", detail: "The header '\(pair.key)' should be a text.")
        return nil
      }
      return ModelDefinition.Header(name: pair.key, value: value)
    }
  }

  private mutating func price(_ node: YAMLNode?) -> ModelDefinition.Price? {
    guard let node else { return nil }
    let block = fields(node, place: "price", allowed: CrewKeys.price)
    guard let input = number(block["input"], name: "input", range: 0...100_000),
      let output = number(block["output"], name: "output", range: 0...100_000)
    else {
      report(
        node, summary: "Missing price",
        detail: "A price has 'input' and 'output', in US dollars for a million tokens.")
      return nil
    }
    return ModelDefinition.Price(
      input: input, output: output,
      cachedInput: number(block["cached_input"], name: "cached_input", range: 0...100_000))
  }

  private mutating func timeouts(_ node: YAMLNode) -> ModelDefinition.Timeouts {
    let block = fields(node, place: "timeouts", allowed: CrewKeys.timeouts)
    return ModelDefinition.Timeouts(
      connect: number(block["connect"], name: "connect", range: 0.01...3600),
      firstByte: number(block["first_byte"], name: "first_byte", range: 0.01...86_400),
      idle: number(block["idle"], name: "idle", range: 0.01...86_400),
      total: number(block["total"], name: "total", range: 0.01...86_400))
  }
}
