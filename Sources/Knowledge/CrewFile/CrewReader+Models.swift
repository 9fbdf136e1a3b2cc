import Basics
import StrictYAML

extension CrewReader {
  /// The entries under `models:`.
  mutating func models(_ node: YAMLNode?) -> [ModelDefinition] {
    guard let node else { return [] }
    guard let pairs = node.pairs else {
      report(
        node, "Wrong type", "'models:' is a mapping of 'provider' or 'provider/model' to what holds for it.")
      return []
    }
    return pairs.map { model($0) }
  }

  private mutating func model(_ pair: YAMLNode.Pair) -> ModelDefinition {
    let block = fields(pair.value, "model '\(pair.key)'", CrewKeys.model)
    var model = ModelDefinition(name: pair.key, range: SourceRange(file: file, start: pair.keyPosition))
    model.api = choice(block["api"], ModelDefinition.API.self, "api")
    model.baseURL = address(block["base_url"])
    model.keyVariable = block["api_key_env"]?.text
    model.keyHeader = block["api_key_header"]?.text
    model.headers = headers(block["headers"])
    model.price = price(block["price"])
    model.allowsUnpriced = flag(block["allow_unpriced"], "allow_unpriced")
    model.contextLength = integer(block["context_length"], "context_length", 512...100_000_000)
    model.maximumTokens = integer(block["max_tokens"], "max_tokens", 1...10_000_000)
    model.temperature = number(block["temperature"], "temperature", 0...2)
    model.seed = integer(block["seed"], "seed", 0...Int(Int32.max))
    model.structuredOutput = choice(
      block["structured_output"], ModelDefinition.StructuredOutput.self, "structured_output")
    model.requestsPerMinute = integer(block["rpm"], "rpm", 1...10_000_000)
    model.tokensPerMinute = integer(block["tpm"], "tpm", 1...10_000_000_000)
    model.concurrency = integer(block["concurrency"], "concurrency", 1...10_000)
    model.attempts = integer(block["attempts"], "attempts", 1...20)
    if let node = block["timeouts"] { model.timeouts = timeouts(node) }
    return model
  }

  private mutating func address(_ node: YAMLNode?) -> String? {
    guard let node else { return nil }
    guard let text = node.text, text.hasPrefix("http://") || text.hasPrefix("https://") else {
      report(node, "Wrong value", "'base_url' begins with http:// or https://\(seen(node)).")
      return nil
    }
    return text
  }

  private mutating func headers(_ node: YAMLNode?) -> [ModelDefinition.Header] {
    guard let node else { return [] }
    guard let pairs = node.pairs else {
      report(node, "Wrong type", "'headers' is a mapping of names to values.")
      return []
    }
    return pairs.compactMap { pair in
      guard let value = pair.value.text else {
        report(pair.value, "Wrong type", "The header '\(pair.key)' should be a text.")
        return nil
      }
      return ModelDefinition.Header(name: pair.key, value: value)
    }
  }

  private mutating func price(_ node: YAMLNode?) -> ModelDefinition.Price? {
    guard let node else { return nil }
    let block = fields(node, "price", CrewKeys.price)
    guard let input = number(block["input"], "input", 0...100_000),
      let output = number(block["output"], "output", 0...100_000)
    else {
      report(node, "Missing price", "A price has 'input' and 'output', in US dollars for a million tokens.")
      return nil
    }
    return ModelDefinition.Price(
      input: input, output: output, cachedInput: number(block["cached_input"], "cached_input", 0...100_000))
  }

  private mutating func timeouts(_ node: YAMLNode) -> ModelDefinition.Timeouts {
    let block = fields(node, "timeouts", CrewKeys.timeouts)
    return ModelDefinition.Timeouts(
      connect: number(block["connect"], "connect", 0.01...3600),
      firstByte: number(block["first_byte"], "first_byte", 0.01...86_400),
      idle: number(block["idle"], "idle", 0.01...86_400),
      total: number(block["total"], "total", 0.01...86_400))
  }
}
