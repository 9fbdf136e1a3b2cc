import Basics
import ExternalTools

/// Runs key commands and keeps what they print for a while: tokens of clouds live for an hour or so.
actor KeyCommands {
  /// The process's own.
  static let shared = KeyCommands()

  private struct Held {
    let text: String
    let since: ContinuousClock.Instant
  }

  private var held: [KeyCommand: Held] = [:]
  /// What is older is asked for again.
  private static let lifetime = Duration.seconds(600)
  private static let patience = Duration.seconds(60)

  /// What the command prints, without the white space around it.
  /// - Throws: `ModelError` where it cannot start, fails or prints nothing.
  func text(_ command: KeyCommand) async throws(ModelError) -> String {
    if let held = held[command], held.since.duration(to: .now) < Self.lifetime { return held.text }
    guard let name = command.words.first,
      let path = Self.path(of: name, environment: command.environment)
    else { throw Self.failed(command, why: "there is no such program on the PATH.") }
    let result: ProcessResult
    do {
      result = try await ProcessRunner.run(
        ProcessCall(
          executable: path, arguments: Array(command.words.dropFirst()), environment: command.environment,
          directory: "/", timeout: Self.patience, outputLimit: 1 << 20))
    } catch {
      throw Self.failed(command, why: (error as? ToolError)?.detail ?? "\(error)")
    }
    guard result.status == 0 else {
      throw Self.failed(
        command, why: "it ended with status \(result.status): \(result.errors.prefix(300))")
    }
    let lines = result.output.split(whereSeparator: \.isNewline)
    let text = lines.joined(separator: "\n")
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw Self.failed(command, why: "it printed nothing.")
    }
    held[command] = Held(text: text, since: .now)
    return text
  }

  /// Has the command run again the next time: the provider did not accept what it printed.
  func forget(_ command: KeyCommand) { held[command] = nil }

  private static func path(of name: String, environment: [String: String]) -> String? {
    name.contains("/") ? name : ToolFinder.find(name, environment: environment)
  }

  private static func failed(_ command: KeyCommand, why: String) -> ModelError {
    ModelError(
      .unauthorized, summary: "The key's command failed",
      detail: "`\(command.words.joined(separator: " "))` gave no key: \(why)")
  }
}
