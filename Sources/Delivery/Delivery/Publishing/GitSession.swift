import Basics
import ExternalTools
import FoundationEssentials
import Masking

/// `git` at work in one repository: a closed list of verbs with arguments of our own. It writes objects and one branch,
/// through an index of its own, so that nobody's working tree is touched.
struct GitSession: Sendable {
  let git: String
  let repository: String
  let environment: [String: String]
  let mask: SecretMask

  /// - Parameter index: a file for the index of what is being committed.
  init(git: String, repository: String, index: String, inherited: [String: String], mask: SecretMask) {
    self.git = git
    self.repository = repository
    self.mask = mask
    var environment = ToolEnvironment.acting(from: inherited).filter { !$0.key.hasPrefix("AWS_") }
    environment["GIT_INDEX_FILE"] = index
    environment["GIT_TERMINAL_PROMPT"] = "0"
    for name in ["GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL"] {
      environment[name] = inherited[name] ?? (name.hasSuffix("NAME") ? "Consilium" : "consilium@localhost")
    }
    self.environment = environment
  }

  /// The answer without the line's end; throws with what git said where it failed.
  @discardableResult
  func run(_ arguments: [String], input: String = "") async throws -> String {
    let result = try await call(arguments, input: input)
    guard result.status == 0 else {
      throw DeliveryError(
        .publishFailed, summary: "git refused",
        detail: "git \(arguments.first ?? ""): \(mask.masked(result.errors.trimmed))")
    }
    return result.output.trimmed
  }

  /// The commit of a name; nil where there is none.
  func commit(of name: String) async throws -> String? {
    let result = try await call(["rev-parse", "--verify", "--quiet", "\(name)^{commit}"])
    return result.status == 0 ? result.output.trimmed : nil
  }

  private func call(_ arguments: [String], input: String = "") async throws -> ProcessResult {
    // Hooks are other people's programs.
    try await ProcessRunner.run(
      ProcessCall(
        executable: git,
        arguments: ["-c", "core.hooksPath=/dev/null", "-c", "protocol.ext.allow=never"] + arguments,
        environment: environment, directory: repository, timeout: .seconds(600), endsWithParent: true,
        input: input))
  }
}
