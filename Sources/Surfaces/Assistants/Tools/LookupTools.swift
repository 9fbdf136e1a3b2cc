import Basics
import ModelContext
import Records
import Services

/// `resource_schema`, `price` and `search_memory`: what is known.
struct LookupTools: Sendable {
  /// Bytes of a schema's text.
  private static let schemaLength = 12_000
  /// Prices that are shown.
  private static let mostFacts = 40

  let installation: Installation
  let memory: MemoryService
  let prices: PriceShelf

  func schema(_ type: String) throws -> JSONValue {
    guard let text = try schemaText(type) else {
      throw ToolFailure(
        "No schema at hand knows the resource type '\(type)'. That says nothing of whether a provider has it."
      )
    }
    return ["type": .string(type), "schema": .string(text)]
  }

  func schemaText(_ type: String) throws -> String? {
    try SchemaService(installation: installation).slice(of: type, limit: Self.schemaLength)
  }

  func price(_ words: [String], region: String?) throws -> JSONValue {
    let prices = try prices.service(installation)
    var listing = words.count == 1 ? try prices.show(words[0], region: region) : nil
    if listing?.isEmpty ?? true { listing = try prices.search(words + (region.map { [$0] } ?? [])) }
    let facts = ShownList(listing?.json.array ?? [], limit: Self.mostFacts)
    return ["facts": facts.shown, "omitted": .integer(facts.omitted)]
  }

  func remembered(_ words: String, limit: Int) async throws -> JSONValue {
    // Words that nobody has read and released go to no model.
    let found = try await memory.search(
      words.split(whereSeparator: \.isWhitespace).map(String.init), limit: limit, forAgents: true)
    return [
      "memories": .array(
        found.map { recollection in
          let memory = recollection.memory
          return [
            "id": .string(memory.id), "run": .string(memory.run), "created": .string(memory.created),
            "title": .string(memory.title), "text": .string(memory.text),
            "score": .number(recollection.score),
            "outcome": .string(memory.outcome.rawValue), "trust": .string(memory.trust.rawValue),
            "reasons": .array(recollection.reasons.map(JSONValue.string)),
          ]
        })
    ]
  }
}
