import Basics
import Digests
import ExternalTools
import FoundationEssentials
import Masking

/// The infrastructure tool at work in one workspace: a closed list of verbs with arguments of our own.
struct ToolSession: Sendable {
  let tool: String
  /// Kept open while the session works.
  let held: HeldTool?
  let workspace: Workspace
  let environment: [String: String]
  /// Without credentials.
  private let checking: [String: String]
  let mask: SecretMask

  /// - Parameters:
  ///   - tool: the program's path.
  ///   - inherited: the person's environment, of which the tool gets an allow-list.
  ///   - held: the opened program that is run instead of what lies at the path.
  init(
    tool: String, held: HeldTool? = nil, workspace: Workspace, inherited: [String: String], mask: SecretMask
  ) {
    self.tool = held?.path ?? tool
    self.held = held
    self.workspace = workspace
    self.mask = mask
    var environment = ToolEnvironment.acting(from: inherited)
    environment["TF_CLI_CONFIG_FILE"] = workspace.settingsFile
    environment["TF_DATA_DIR"] = workspace.dataFolder
    self.environment = environment
    var checking = ToolEnvironment.checking(from: inherited)
    checking["TF_CLI_CONFIG_FILE"] = workspace.settingsFile
    checking["TF_DATA_DIR"] = workspace.dataFolder
    self.checking = checking
  }

  /// - Parameter asksBackend: whether a backend has to be asked, and so credentials are needed; providers and modules are
  ///   fetched without any.
  func initialise(asksBackend: Bool) async throws {
    var call = call(["init", "-input=false", "-no-color"], minutes: 10)
    if !asksBackend { call.environment = checking }
    let result = try await ProcessRunner.run(call)
    guard result.status == 0 else {
      throw DeliveryError(
        .initFailed, summary: "The tool could not be initialised", detail: last(result))
    }
  }

  func validate() async throws {
    var call = call(["validate", "-json", "-no-color"], minutes: 5)
    call.environment = checking
    let result = try await ProcessRunner.run(call)
    let document = try document(result, verb: "validate")
    guard document["valid"]?.bool == true else {
      let messages = (document["diagnostics"]?.array ?? []).compactMap(ToolDiagnostic.init).map(\.text)
      throw DeliveryError(
        .invalid, summary: "The configuration is not valid",
        detail: mask.masked(messages.joined(separator: "\n")))
    }
  }

  /// What a plan is made of besides the files.
  enum PlanMode {
    case normal, destroy, refreshOnly
    /// Against the state alone: nothing is asked of the cloud.
    case unrefreshed

    var options: [String] {
      switch self {
      case .normal: []
      case .destroy: ["-destroy"]
      case .refreshOnly: ["-refresh-only"]
      case .unrefreshed: ["-refresh=false"]
      }
    }
  }

  /// Whether there is anything to change. ToolProgress comes from the tool's own stream.
  func plan(to file: String, _ mode: PlanMode, progress: @escaping ProgressObserver) async throws -> Bool {
    let stream = ToolStream(mask: mask, progress: progress)
    let call = call(
      ["plan", "-json", "-input=false", "-detailed-exitcode", "-lock-timeout=30s", "-out=\(file)"]
        + mode.options, minutes: 60)
    let result = try await ProcessRunner.stream(call) { stream.take($0) }
    try stream.checkVersion()
    guard result.status == 0 || result.status == 2 else {
      let errors = mask.masked(result.errors)
      throw DeliveryError(
        .planFailed, summary: "The plan failed", detail: errors.isEmpty ? stream.failures : errors)
    }
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
    return result.status == 2
  }

  func show(_ file: String) async throws -> JSONValue {
    try document(try await run(["show", "-json", file], minutes: 5), verb: "show")
  }

  /// The state as values; an object without `values` where there is none.
  func state() async throws -> JSONValue {
    try document(try await run(["show", "-json"], minutes: 5), verb: "show")
  }

  /// Runs the saved plan; the stream goes to a file that outlives this program.
  func apply(_ file: String, log: String, stream: ToolStream) async throws -> Int {
    var call = call(["apply", "-json", "-input=false", "-lock-timeout=30s", file], minutes: 360)
    // A tool that is stopped in the middle has to write its state.
    call.grace = .seconds(30)
    return try await ProcessRunner.run(call, log: log) { stream.take($0) }.status
  }

  /// Serial and lineage of the state; nil before the first apply. An unreadable state is an error, never "no state".
  func stateIdentity() async throws -> StateIdentity? {
    let backend = try Backend(dataFolder: workspace.dataFolder)
    guard !backend.isLocal else {
      guard FileManager.default.fileExists(atPath: workspace.stateFile) else { return nil }
      return try StateIdentity(file: workspace.stateFile)
    }
    let result = try await run(["state", "pull"], minutes: 5)
    guard result.status == 0 else {
      throw DeliveryError(
        .changed, summary: "The state cannot be read", detail: "\(backend.type): \(last(result))")
    }
    // A backend without a state answers with nothing, or with an empty one that has no lineage yet.
    let state = JSONValue.document(result.output)
    let isNew =
      state?["lineage"] == "" && state?["serial"] == 0 && state?["resources"]?.array?.isEmpty != false
    if isNew || result.output.allSatisfy(\.isWhitespace) { return nil }
    return try StateIdentity(text: result.output, place: "the \(backend.type) backend's answer")
  }

  private func run(_ arguments: [String], minutes: Int) async throws -> ProcessResult {
    try await ProcessRunner.run(call(arguments, minutes: minutes))
  }

  private func call(_ arguments: [String], minutes: Int) -> ProcessCall {
    ProcessCall(
      executable: tool, arguments: arguments, environment: environment, directory: workspace.path,
      timeout: .seconds(minutes * 60), outputLimit: 512 << 20, endsWithParent: true)
  }

  private func document(_ result: ProcessResult, verb: String) throws -> JSONValue {
    do {
      return try JSONValue(parsing: result.output)
    } catch {
      throw ToolError(
        .unreadable, summary: "A tool's answer cannot be read",
        detail: "'\(verb)' ended with \(result.status): \(last(result))")
    }
  }

  /// The end of what a tool said, at most 4,000 characters, secrets masked.
  private func last(_ result: ProcessResult) -> String {
    let text = result.errors.isEmpty ? result.output : result.errors
    return mask.masked(String(text.suffix(4000))).trimmed
  }
}
