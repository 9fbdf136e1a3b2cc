import Basics
import CrewFile
import CurlHTTP
import LanguageModels
import Trust

/// Puts together what is known of a model: the entry of the model in `models:`, that of its provider, the environment,
/// and what ships with the program, in this order.
struct ModelResolution: Sendable {
  let definitions: [ModelDefinition]
  let environment: [String: String]
  let allowsUnpriced: Bool
  /// Whether nothing is sent, so that no key is needed.
  let isOffline: Bool
  let catalog: ModelCatalog

  /// - Parameter crew: only one that is trusted says where keys are sent.
  init(
    _ crew: TrustedCrew, environment: [String: String], allowsUnpriced: Bool = false,
    isOffline: Bool = false
  ) throws {
    definitions = crew.file.models
    self.environment = environment
    self.allowsUnpriced = allowsUnpriced
    self.isOffline = isOffline
    let installation = Installation(environment: environment, executable: "")
    catalog = try ModelCatalog(imported: ImportedModels.read(installation.modelPricesFile))
  }

  /// The name as it is meant: `gpt-4o` is the one provider's that has such a model.
  /// - Throws: `ModelError` where that is nobody's or several have it.
  func name(_ text: String) throws(ModelError) -> ModelName {
    if let name = ModelName(text), knows(provider: name.provider) { return name }
    if let name = catalog.name(ofModel: text) { return name }
    let known = Set(definitions.map { $0.name.prefix { $0 != "/" } }.map(String.init))
      .union(catalog.providers.map(\.name)).sorted()
    let provider = ModelName(text)?.provider
    let hint =
      provider.flatMap { Spelling.nearest(to: $0, in: known) }.map { " Did you mean '\($0)/…'?" } ?? ""
    throw ModelError(
      .configuration, summary: "No such model",
      detail:
        "'\(text)' is not provider/model with a provider that is known.\(hint) Known: \(known.joined(separator: ", ")). Name others under 'models:' in agents.yaml."
    )
  }

  private func knows(provider: String) -> Bool {
    catalog.provider(provider) != nil
      || definitions.contains { $0.name == provider || $0.name.hasPrefix("\(provider)/") }
  }

  /// Everything needed to ask a model.
  /// - Throws: `ModelError` where a key or an address is missing.
  func settings(_ name: ModelName) throws(ModelError) -> ModelSettings {
    let entries = [name.description, name.provider].compactMap { key in definitions.first { $0.name == key } }
    func said<Value>(_ field: KeyPath<ModelDefinition, Value?>) -> Value? {
      entries.lazy.compactMap { $0[keyPath: field] }.first
    }
    let provider = try provider(name.provider, entries: entries)
    let known = known(name, isLocal: provider.isLocal)
    return ModelSettings(
      name: name, provider: provider, price: known.price,
      allowsUnpriced: allowsUnpriced || said(\.allowsUnpriced) ?? false,
      contextLength: known.contextLength,
      maximumTokens: said(\.maximumTokens) ?? 8192, temperature: said(\.temperature), seed: said(\.seed),
      structuredOutput: said(\.structuredOutput).map(Self.structure) ?? .native,
      tuning: ModelTuning(
        effort: said(\.effort).flatMap { ModelTuning.Effort(rawValue: $0.rawValue) },
        thinkingTokens: said(\.thinkingTokens), serviceTier: said(\.serviceTier),
        extraBody: entries.map(\.extraBody).first { !$0.isEmpty } ?? []),
      concessions: entries.flatMap(\.omitted).map(Concession.leftOut))
  }

  /// Price and context length as far as anybody stated them.
  func known(_ name: ModelName, isLocal: Bool) -> (price: ModelPrice?, contextLength: Int?) {
    let entries = [name.description, name.provider].compactMap { key in definitions.first { $0.name == key } }
    let known = catalog.model(name, isLocal: isLocal)
    let stated = entries.lazy.compactMap(\.price).first.map {
      ModelPrice(input: $0.input, output: $0.output, cachedInput: $0.cachedInput)
    }
    return (stated ?? known?.price, entries.lazy.compactMap(\.contextLength).first ?? known?.contextLength)
  }

  /// How a provider is reached. Also for providers that no model is asked of.
  func provider(_ name: String) throws(ModelError) -> ProviderSettings {
    try provider(name, entries: definitions.filter { $0.name == name })
  }

  private func provider(_ name: String, entries: [ModelDefinition]) throws(ModelError) -> ProviderSettings {
    func said<Value>(_ field: KeyPath<ModelDefinition, Value?>) -> Value? {
      entries.lazy.compactMap { $0[keyPath: field] }.first
    }
    let known = catalog.provider(name)
    let address = try address(name, said: said(\.baseURL), known: known)
    let isOwnAddress = said(\.baseURL) == nil && known?.namedAddress(environment) == nil
    let variables = said(\.keyVariable).map { [$0] } ?? known?.keyVariables ?? []
    let key = variables.lazy.compactMap { environment[$0].flatMap(APIKey.init) }.first
    let command = entries.map(\.keyCommand).first { !$0.isEmpty } ?? known?.keyCommand ?? []
    let credentials = known?.isSigned == true ? AWSCredentials(environment: environment) : nil
    // Another server at the same name may need no key; the provider itself does.
    if key == nil, credentials == nil, command.isEmpty, !isOffline, let variable = variables.first,
      isOwnAddress && known?.isKeyOptional != true || said(\.keyVariable) != nil
    {
      let signing =
        known?.isSigned == true
        ? " AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY do as well, and so does 'key_command:' under 'models:'."
        : ""
      throw ModelError(
        .unauthorized, summary: "The key is missing",
        detail: "\(variable) is not set, and \(name) is not asked without it.\(signing)")
    }
    let limits = ProviderLimits()
    let timeouts = entries.map(\.timeouts)
    func seconds(_ field: KeyPath<ModelDefinition.Timeouts, Double?>, fallback: Duration) -> Duration {
      timeouts.lazy.compactMap { $0[keyPath: field] }.first.map { .seconds($0) } ?? fallback
    }
    let usual = HTTPTimeouts(isLocal: ProviderSettings.isLocal(address))
    return ProviderSettings(
      name: name, wire: said(\.api).map(Self.wire) ?? known?.wire ?? .openai, baseAddress: address, key: key,
      keyCommand: command.isEmpty ? nil : KeyCommand(words: command, environment: environment),
      credentials: credentials, keyHeader: said(\.keyHeader) ?? known?.keyHeader,
      keyPrefix: said(\.keyPrefix) ?? (said(\.keyHeader) == nil ? known?.keyPrefix : nil) ?? "",
      limitParameter: said(\.limitParameter)?.rawValue
        ?? (known?.baseVariable == nil || isOwnAddress ? known?.limitParameter : nil),
      headers: try headers(entries),
      timeouts: HTTPTimeouts(
        connect: seconds(\.connect, fallback: usual.connect),
        firstByte: seconds(\.firstByte, fallback: usual.firstByte),
        idle: seconds(\.idle, fallback: usual.idle), total: seconds(\.total, fallback: usual.total)),
      limits: ProviderLimits(
        requestsPerMinute: said(\.requestsPerMinute), tokensPerMinute: said(\.tokensPerMinute),
        concurrency: said(\.concurrency) ?? limits.concurrency),
      retries: RetryPolicy(attempts: said(\.attempts) ?? RetryPolicy().attempts))
  }

  /// - Parameter said: what the crew file says.
  private func address(
    _ name: String, said: String?, known: KnownProvider?
  ) throws(ModelError) -> String {
    if let address = said ?? known?.namedAddress(environment) { return address }
    guard let known else {
      throw ModelError(
        .configuration, summary: "A provider without an address",
        detail: "'\(name)' under 'models:' needs 'base_url:', because it is none that ships with the program."
      )
    }
    do throws(AddressTemplate.Missing) {
      return try known.baseAddress.filled(environment)
    } catch {
      if isOffline { return known.baseAddress.text }
      throw ModelError(
        .configuration, summary: "A provider without an address",
        detail: "\(error.variable) is not set, and \(name) cannot be found without it.")
    }
  }

  private static func structure(_ output: ModelDefinition.StructuredOutput) -> StructuredOutput {
    switch output {
    case .native: .native
    case .jsonObject: .jsonObject
    case .prompted: .prompted
    }
  }

  private static func wire(_ api: ModelDefinition.API) -> WireKind {
    switch api {
    case .openai: .openai
    case .responses: .responses
    case .anthropic: .anthropic
    case .ollama: .ollama
    case .gemini: .gemini
    case .bedrock: .bedrock
    }
  }

  private func headers(_ entries: [ModelDefinition]) throws(ModelError) -> [HTTPHeader] {
    var headers: [HTTPHeader] = []
    for header in entries.flatMap(\.headers) where !headers.contains(where: { $0.name == header.name }) {
      headers.append(HTTPHeader(header.name, value: try value(header)))
    }
    return headers
  }

  private func value(_ header: ModelDefinition.Header) throws(ModelError) -> String {
    guard header.value.hasPrefix("$") else { return header.value }
    let variable = header.value.filter { !"${}".contains($0) }
    guard let value = environment[variable] ?? (isOffline ? "" : nil) else {
      throw ModelError(
        .configuration, summary: "A header without a value",
        detail: "The header '\(header.name)' is \(header.value), and that variable is not set.")
    }
    return value
  }
}
