import Basics
import ExternalTools

/// The infrastructure tool at work in one workspace: a closed list of verbs with arguments of our own.
struct ToolSession: Sendable {
  let tool: InfrastructureTool
  let workspace: Workspace
  let environment: [String: String]

  init(tool: InfrastructureTool, workspace: Workspace, inherited: [String: String]) {
    self.tool = tool
    self.workspace = workspace
    var environment = ToolEnvironment.acting(from: inherited)
    environment["TF_CLI_CONFIG_FILE"] = workspace.settingsFile
    environment["TF_DATA_DIR"] = workspace.dataFolder
    self.environment = environment
  }

  func initialise() async throws {
    let result = try await run(["init", "-input=false", "-no-color"], minutes: 10)
    guard result.status == 0 else {
      throw DeliveryError(
        .initFailed, summary: "The tool could not be initialised", detail: Self.last(result))
    }
  }

  func validate() async throws {
    let result = try await run(["validate", "-json", "-no-color"], minutes: 5)
    let document = try Self.document(result, "validate")
    guard document["valid"]?.bool == true else {
      let messages = (document["diagnostics"]?.array ?? []).compactMap(ToolDiagnostic.init).map(\.text)
      throw DeliveryError(
        .invalid, summary: "The configuration is not valid", detail: messages.joined(separator: "\n"))
    }
  }

  /// What a plan is made of besides the files.
  enum PlanMode: String {
    case normal = ""
    case destroy = "-destroy"
    case refreshOnly = "-refresh-only"
  }

  /// Whether there is anything to change.
  func plan(to file: String, _ mode: PlanMode = .normal) async throws -> Bool {
    let options = mode == .normal ? [] : [mode.rawValue]
    let result = try await run(
      ["plan", "-input=false", "-no-color", "-detailed-exitcode", "-lock-timeout=30s", "-out=\(file)"]
        + options,
      minutes: 30)
    guard result.status == 0 || result.status == 2 else {
      throw DeliveryError(.planFailed, summary: "The plan failed", detail: Self.last(result))
    }
    return result.status == 2
  }

  func show(_ file: String) async throws -> JSONValue {
    try Self.document(try await run(["show", "-json", file], minutes: 5), "show")
  }

  /// Runs the saved plan; `event` gets each message of the tool's own stream.
  func apply(_ file: String, event: @escaping @Sendable (JSONValue) -> Void) async throws -> ProcessResult {
    let call = call(["apply", "-json", "-input=false", "-lock-timeout=30s", file], minutes: 180)
    return try await ProcessRunner.stream(call) { line in
      if let message = JSONValue.document(line) { event(message) }
    }
  }

  func outputs() async throws -> JSONValue {
    try Self.document(try await run(["output", "-json", "-no-color"], minutes: 5), "output")
  }

  private func run(_ arguments: [String], minutes: Int) async throws -> ProcessResult {
    try await ProcessRunner.run(call(arguments, minutes: minutes))
  }

  private func call(_ arguments: [String], minutes: Int) -> ProcessCall {
    ProcessCall(
      executable: tool.path, arguments: arguments, environment: environment, directory: workspace.path,
      timeout: .seconds(minutes * 60))
  }

  private static func document(_ result: ProcessResult, _ verb: String) throws -> JSONValue {
    do {
      return try JSONValue(parsing: result.output)
    } catch {
      throw ToolError(
        .unreadable, summary: "A tool's answer cannot be read",
        detail: "'\(verb)' ended with \(result.status): \(last(result))")
    }
  }

  /// The end of what a tool said, at most 4,000 characters.
  private static func last(_ result: ProcessResult) -> String {
    let text = result.errors.isEmpty ? result.output : result.errors
    return String(text.suffix(4000)).trimmingSpace
  }
}

extension String {
  /// Without white space at both ends.
  fileprivate var trimmingSpace: String {
    let kept = drop { $0.isWhitespace }
    return String(kept.reversed().drop { $0.isWhitespace }.reversed())
  }
}
