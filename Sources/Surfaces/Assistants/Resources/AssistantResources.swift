import Basics
import ModelContext
import Records
import Reporting
import Services
import Vocabulary

/// What can be read: a caller's runs, rules of policy, slices of schemas, and the pages that results are shown in.
struct AssistantResources: Sendable {
  /// Runs that are listed, the newest; any other can be read by its address.
  private static let mostRuns = 100

  static let templates = [
    template(
      "consilium://run/{run}/report", name: "report", what: "The report of a consultation.",
      type: "text/markdown"),
    template(
      "consilium://run/{run}/brief", name: "brief",
      what: "What a request was understood as, with what is met."),
    template(
      "consilium://run/{run}/evidence", name: "evidence",
      what: "Findings, validation and prices of the chosen draft."),
    template(
      "consilium://run/{run}/file/{path}", name: "file", what: "A file of a bundle.", type: "text/plain"),
    template(
      "consilium://policy/{rule}", name: "policy rule", what: "A rule of policy: why it matters, what to do."),
    template(
      "consilium://schema/{type}", name: "resource schema", what: "What a resource type accepts.",
      type: "text/plain"),
  ]

  private static func template(
    _ address: String, name: String, what: String, type: String = "application/json"
  ) -> ResourceDefinition {
    ResourceDefinition(address: address, name: name, title: name, description: what, mediaType: type)
  }

  static let pages = ["ui://consilium/report.html", "ui://consilium/plan.html"]
  private static let pageType = "text/html;profile=mcp-app"

  let runs: RunService
  let lookups: LookupTools

  func list() async throws -> [ResourceDefinition] {
    let records = try await runs.list(limit: Self.mostRuns).filter { $0.isConsultation && $0.status == .done }
    let parts = records.flatMap { record in
      [RunAddress.Part.report, .brief, .evidence].map {
        RunAddress(run: record.id, part: $0).definition(title: record.title)
      }
    }
    return parts
      + Self.pages.map {
        ResourceDefinition(
          address: $0, name: $0, title: "A result in the client",
          description: "A page that shows a tool's result.",
          mediaType: Self.pageType)
      }
  }

  /// Nil where there is no such thing for this caller.
  func read(_ address: String) async throws -> ResourceContents? {
    if Self.pages.contains(address) {
      // No address is allowed, and no further permission: the page shows what it is handed.
      return ResourceContents(
        address: address, mediaType: Self.pageType, text: try AssistantFile.text("result.html"),
        page: ["csp": ["connectDomains": [], "resourceDomains": []], "prefersBorder": true])
    }
    if let run = RunAddress(address) { return try await read(run) }
    if let type = Self.rest(of: address, after: "consilium://schema/") {
      return try lookups.schemaText(type).map {
        ResourceContents(address: address, mediaType: "text/plain", text: $0)
      }
    }
    if let id = Self.rest(of: address, after: "consilium://policy/") {
      return try KnowledgeService.rules().first { $0.id == id }.map {
        ResourceContents(
          address: address, mediaType: "application/json", text: try JSONValue(encoding: $0).compact)
      }
    }
    return nil
  }

  private static func rest(of address: String, after scheme: String) -> String? {
    address.hasPrefix(scheme) ? String(address.dropFirst(scheme.count)) : nil
  }

  private func read(_ address: RunAddress) async throws -> ResourceContents? {
    // Only a whole id is an address; the beginning of one would be another run tomorrow.
    guard try await runs.list(limit: .max).contains(where: { $0.id == address.run && $0.isConsultation })
    else {
      return nil
    }
    let run = try await runs.replay(address.run)
    let text: String?
    switch address.part {
    case .report: text = try run.report.markdown()
    case .brief: text = try JSONValue(encoding: run.report.brief).compact
    case .evidence:
      text =
        JSONValue.object([
          JSONMember("findings", value: try JSONValue(encoding: run.report.findings)),
          JSONMember("validation", value: try JSONValue(encoding: run.report.validation)),
          JSONMember("price", value: try JSONValue(encoding: run.report.price)),
        ]).compact
    // By the run's own list, so that no path leads anywhere else.
    case .file(let path): text = run.files.first { $0.path == path }?.content
    }
    return text.map { ResourceContents(address: address.text, mediaType: address.part.mediaType, text: $0) }
  }
}
