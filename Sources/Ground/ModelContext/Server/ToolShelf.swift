import Basics
import JSONSchema
import Synchronization

/// The tools of each caller, made ready once: they never change while a server runs.
final class ToolShelf: Sendable {
  struct Entry: Sendable {
    let definition: ToolDefinition
    let input: JSONSchema
  }

  struct Tools: Sendable {
    let list: [JSONValue]
    let byName: [String: Entry]
  }

  /// Callers that are remembered; each further one is made ready again.
  private static let most = 1000

  private let known = Mutex<[ContextCaller: Tools]>([:])

  func tools(_ caller: ContextCaller, of provider: any ContextProvider) -> Tools {
    if let tools = known.withLock({ $0[caller] }) { return tools }
    let definitions = provider.tools(for: caller)
    let tools = Tools(
      list: definitions.map(\.json),
      byName: Dictionary(
        definitions.map { ($0.name, Entry(definition: $0, input: JSONSchema($0.input))) },
        uniquingKeysWith: { first, _ in first }))
    known.withLock { known in
      if known.count < Self.most { known[caller] = tools }
    }
    return tools
  }
}
