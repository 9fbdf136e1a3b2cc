import Basics
import Digests
import ExternalTools
import FoundationEssentials
import Vocabulary

/// `fmt -check`, `init` and `validate` of the real tool, without a network and without credentials.
///
/// Providers are initialised once for each set of requirements and kept in the cache folder; drafts with the same
/// requirements share them.
package actor ToolValidation {
  private let tool: InfrastructureTool
  private let mirror: ProviderMirror?
  private let environment: [String: String]
  private let cache: String
  private let initialisations = SharedWork<String, Initialised>()

  /// - Parameter cache: a folder that may be removed at any time.
  package init(
    tool: InfrastructureTool, mirror: ProviderMirror?, environment: [String: String], cache: String
  ) {
    self.tool = tool
    self.mirror = mirror
    self.environment = ToolEnvironment.checking(from: environment)
    self.cache = cache
  }

  private struct Initialised: Sendable {
    var stage: ValidationStage
    /// The folder with `.terraform` and the lock file; nil where there is none.
    var folder: String?
  }

  /// The stages for the configuration files of a draft.
  package func stages(for files: [Artifact]) async throws -> [ValidationStage] {
    let configuration = files.of(.openTofu)
    guard !configuration.isEmpty else { return [] }
    let folder = try scratchFolder(configuration)
    defer { discard(folder) }
    let format = try await format(folder)
    let providers = try await providers(for: configuration)
    guard let data = providers.folder else {
      return [
        format, providers.stage,
        ValidationStage(
          stage: "validate", tool: tool.name, status: .unchecked,
          detail: "The provider could not be initialised."),
      ]
    }
    return [format, providers.stage, try await validate(folder, data)]
  }

  private func format(_ folder: String) async throws -> ValidationStage {
    let result = try await run(["fmt", "-check", "-recursive", "-no-color", "."], folder, data: folder)
    let named = result.output.split(separator: "\n").joined(separator: ", ")
    return ValidationStage(
      stage: "format", tool: tool.name, status: result.status == 0 ? .passed : .failed,
      detail: result.status == 0 ? "" : result.status == 3 ? "not formatted: \(named)" : Self.last(result))
  }

  private func validate(_ folder: String, _ data: String) async throws -> ValidationStage {
    try FileManager.default.copyItem(
      atPath: "\(data)/.terraform.lock.hcl", toPath: "\(folder)/.terraform.lock.hcl")
    let result = try await run(["validate", "-json", "-no-color"], folder, data: data)
    guard let document = JSONValue.document(result.output), let valid = document["valid"]?.bool else {
      return ValidationStage(stage: "validate", tool: tool.name, status: .failed, detail: Self.last(result))
    }
    let messages = (document["diagnostics"]?.array ?? []).compactMap(ToolDiagnostic.init)
      .filter { valid ? false : $0.severity == "error" }.map(\.text)
    return ValidationStage(
      stage: "validate", tool: tool.name, status: valid ? .passed : .failed,
      detail: messages.joined(separator: " · "))
  }

  /// Runs `init` once for the same requirements, however many drafts ask at the same time. What it made lies in the
  /// cache; a failure is nowhere kept, so that the next draft tries again.
  private func providers(for files: [Artifact]) async throws -> Initialised {
    let requirements = ProviderRequirements(files: files)
    let key = Digest(
      of: [tool.name, mirror?.path ?? "", requirements.text].joined(separator: "\n")
    ).short
    return try await initialisations.value(key) { try await self.initialise(requirements, key) }
  }

  private func initialise(_ requirements: ProviderRequirements, _ key: String) async throws -> Initialised {
    func result(_ status: ValidationStage.Status, _ detail: String, folder: String? = nil) -> Initialised {
      Initialised(
        stage: ValidationStage(stage: "init", tool: tool.name, status: status, detail: detail), folder: folder
      )
    }
    let folder = "\(cache)/providers/\(key)"
    if FileManager.default.fileExists(atPath: "\(folder)/.terraform.lock.hcl") {
      return result(.passed, "", folder: folder)
    }
    let missing = requirements.sources.filter { mirror?.has($0) != true }
    guard missing.isEmpty else {
      return result(
        .unchecked,
        "No provider mirror on this machine has \(missing.joined(separator: ", ")); `consilium doctor` says where it looks."
      )
    }
    do {
      let partial = "\(folder).\(ProcessInfo.processInfo.processIdentifier)"
      try prepare(partial, [("versions.tf", requirements.text)])
      defer { discard(partial) }
      let run = try await run(
        ["init", "-input=false", "-no-color", "-backend=false"], partial, data: "\(partial)/data")
      guard run.status == 0 else { return result(.failed, Self.last(run)) }
      // Moved there in one step: of several runs that prepare the same providers, one does and the others find them.
      let manager = FileManager.default
      let lock = "\(folder)/.terraform.lock.hcl"
      try manager.moveItem(
        atPath: "\(partial)/.terraform.lock.hcl", toPath: "\(partial)/data/.terraform.lock.hcl")
      if manager.fileExists(atPath: folder), !manager.fileExists(atPath: lock) {
        try manager.removeItem(atPath: folder)
      }
      do {
        try manager.moveItem(atPath: "\(partial)/data", toPath: folder)
      } catch {
        guard manager.fileExists(atPath: lock) else { throw error }
      }
      return result(.passed, "", folder: folder)
    } catch {
      try Task.checkCancellation()
      return result(.failed, "\(error)")
    }
  }

  private func run(_ arguments: [String], _ folder: String, data: String) async throws -> ProcessResult {
    var environment = environment
    environment["TF_DATA_DIR"] = data
    environment["TF_CLI_CONFIG_FILE"] = "\(folder)/tool.tfrc"
    return try await ProcessRunner.run(
      ProcessCall(
        executable: tool.path, arguments: arguments, environment: environment, directory: folder,
        timeout: .seconds(180)))
  }

  private func scratchFolder(_ files: [Artifact]) throws -> String {
    let name = String(UInt64.random(in: 0..<UInt64.max), radix: 36)
    let folder = "\(cache)/drafts/\(name)"
    try prepare(folder, files.map { (ArtifactFormat.openTofu.name(of: $0.path) ?? $0.path, $0.content) })
    return folder
  }

  private func prepare(_ folder: String, _ files: [(name: String, content: String)]) throws {
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let settings = CLIConfiguration.text(mirror: mirror, network: false)
    for file in files + [("tool.tfrc", settings)] {
      let place = URL(filePath: folder).appending(path: file.name)
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.content.utf8).write(to: place)
    }
  }

  /// A scratch folder that cannot be removed harms nobody; the cache may be emptied at any time.
  private nonisolated func discard(_ folder: String) {
    _ = try? FileManager.default.removeItem(atPath: folder)
  }

  private static func last(_ result: ProcessResult) -> String {
    let text = result.errors.isEmpty ? result.output : result.errors
    let words = text.split { $0.isWhitespace || "│╷╵".contains($0) }
    return String(words.joined(separator: " ").suffix(2000))
  }
}
