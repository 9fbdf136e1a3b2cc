import Basics
import Masking
import ModelContext
import Records
import Services

/// What Consilium offers to assistants over the Model Context Protocol: its services, for reading and for consulting.
/// Nothing here plans, approves or applies; no room that could is imported.
package struct AssistantProvider: ContextProvider {
  private let installation: Installation
  private let workplace: @Sendable (ContextCaller) -> Workplace
  private let catalog: ToolCatalog
  private let promptCatalog: PromptCatalog
  private let mask: SecretMask
  private let gate = ConsultGate()
  private let prices = PriceShelf()

  /// - Parameter workplace: where a caller's things lie.
  /// - Throws: where a file of the program cannot be read.
  package init(
    installation: Installation, workplace: @escaping @Sendable (ContextCaller) -> Workplace
  ) throws {
    self.installation = installation
    self.workplace = workplace
    catalog = try ToolCatalog()
    promptCatalog = try PromptCatalog()
    mask = try SecretMask(environment: installation.environment)
  }

  package var identity: ProgramIdentity {
    ProgramIdentity(name: "consilium", title: "Consilium", version: ConsiliumVersion.program)
  }

  package var instructions: String { promptCatalog.instructions }

  package func tools(for caller: ContextCaller) -> [ToolDefinition] {
    catalog.tools.filter { caller.scopes.contains($0.scope.rawValue) }.map(\.definition)
  }

  package func call(_ tool: String, arguments: JSONValue, in context: CallContext) async throws -> ToolResult
  {
    do {
      return masked(try await result(of: tool, arguments: arguments, context: context))
    } catch let error as ToolFailure {
      throw ToolFailure(mask.masked(error.message))
    } catch let error as Diagnostic {
      throw ToolFailure(mask.masked("\(error)"))
    } catch let error as DiagnosticsError {
      throw ToolFailure(mask.masked("\(error)"))
    } catch let error as any ExitStatusProviding {
      throw ToolFailure(mask.masked("\(error)"))
    }
  }

  private func result(of tool: String, arguments: JSONValue, context: CallContext) async throws -> ToolResult
  {
    let place = workplace(context.caller)
    let desk = AssistantDesk(
      installation: installation, place: place, caller: context.caller, gate: gate, prices: prices)
    let region = arguments["region"]?.string
    func source() throws -> SourceArgument { try SourceArgument(arguments, root: place.root) }
    switch tool {
    case "consult":
      return try await desk.consulting.consult(
        arguments["request"]?.string ?? "", arguments: arguments, context: context)
    case "answer_questions":
      return try await desk.consulting.answer(
        arguments["run"]?.string ?? "", arguments: arguments, context: context)
    case "get_report": return try await desk.consulting.report(arguments["run"]?.string)
    case "check": return ToolResult(structured: try await desk.checking.check(try source()))
    case "propose_patch": return ToolResult(structured: try await desk.checking.patch(try source()))
    case "cost": return ToolResult(structured: try await desk.estate.cost(try source(), region: region))
    case "advise": return ToolResult(structured: try await desk.estate.advise(try source(), region: region))
    case "can":
      return ToolResult(
        structured: try await desk.estate.permissions(
          try source(), who: arguments["who"]?.string, action: arguments["action"]?.string ?? "",
          resource: arguments["resource"]?.string ?? "", namespace: arguments["namespace"]?.string))
    case "reach":
      return ToolResult(
        structured: try await desk.estate.reach(
          try source(), from: arguments["from"]?.string, to: arguments["to"]?.string,
          port: arguments["port"]?.integer))
    case "explain_plan": return ToolResult(structured: try await desk.estate.explain(try source()))
    case "resource_schema":
      return ToolResult(structured: try desk.lookups.schema(arguments["type"]?.string ?? ""))
    case "price":
      let words = (arguments["words"]?.array ?? []).compactMap(\.string)
      return ToolResult(structured: try desk.lookups.price(words, region: region))
    case "search_memory":
      return ToolResult(
        structured: try await desk.lookups.remembered(
          arguments["words"]?.string ?? "", limit: arguments["limit"]?.integer ?? 5))
    default: throw ProtocolFault.invalidParams("There is no tool '\(tool)'.")
    }
  }

  private func masked(_ result: ToolResult) -> ToolResult {
    guard let structured = result.structured else { return result }
    return ToolResult(structured: mask.masked(structured), content: Array(result.content.dropFirst()))
  }

  package func resources(for caller: ContextCaller) async throws -> [ResourceDefinition] {
    try await desk(caller).resources.list()
  }

  package func templates(for caller: ContextCaller) -> [ResourceDefinition] { AssistantResources.templates }

  package func read(_ address: String, in context: CallContext) async throws -> ResourceContents? {
    guard var contents = try await desk(context.caller).resources.read(address) else { return nil }
    contents.text = mask.masked(contents.text)
    return contents
  }

  package func prompts(for caller: ContextCaller) -> [PromptDefinition] { promptCatalog.definitions }

  package func prompt(
    _ name: String, arguments: [String: String], in context: CallContext
  ) async throws -> [ContentBlock] {
    try promptCatalog.text(name, arguments: arguments).map { [.text($0)] } ?? []
  }

  package func completions(
    of argument: String, beginning: String, reference: String, caller: ContextCaller
  ) async throws -> [String] {
    switch (argument, reference.hasPrefix("consilium://")) {
    case ("run", true):
      return try await desk(caller).consulting.runs.list(limit: 100).filter {
        $0.isConsultation && $0.status == .done
      }
      .map(\.id).filter { $0.hasPrefix(beginning) }
    case ("rule", true): return try KnowledgeService.rules().map(\.id).filter { $0.hasPrefix(beginning) }
    case ("type", true): return try SchemaService(installation: installation).types(beginning: beginning)
    default: return []
    }
  }

  private func desk(_ caller: ContextCaller) -> AssistantDesk {
    AssistantDesk(
      installation: installation, place: workplace(caller), caller: caller, gate: gate, prices: prices)
  }
}
