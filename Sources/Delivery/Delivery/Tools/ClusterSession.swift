import Basics
import Digests
import Effects
import ExternalTools
import FoundationEssentials
import Manifests
import Masking

/// `kubectl` at work on the manifests of one workspace: a closed list of verbs with arguments of our own, always on the
/// server's side and under one pinned field manager.
struct ClusterSession: Sendable {
  let kubectl: String
  let workspace: Workspace
  let environment: [String: String]
  let mask: SecretMask

  init(kubectl: String, workspace: Workspace, inherited: [String: String], mask: SecretMask) {
    self.kubectl = kubectl
    self.workspace = workspace
    self.mask = mask
    environment = ToolEnvironment.acting(from: inherited).merging(["KUBECACHEDIR": "\(workspace.path)/.kube"])
    {
      $1
    }
  }

  private static let manager = "--field-manager=\(ClusterPlan.fieldManager)"

  /// `kubectl 1.32.4`.
  func name() async throws -> String {
    let result = try await run(["version", "--client", "-o", "json"])
    let version = JSONValue.document(result.output)?["clientVersion"]?["gitVersion"]?.string
    return
      "kubectl \(version.map { $0.hasPrefix("v") ? String($0.dropFirst()) : $0 } ?? "of unknown version")"
  }

  /// The programs that the current context runs to become somebody, which the first question to the server would start.
  func plugins() async throws -> [Effect] {
    let view = try await run(["config", "view", "--minify", "-o", "json"])
    guard view.status == 0, let content = JSONValue.document(view.output) else { return [] }
    let name = "kubeconfig"
    let own = Manifest(
      apiVersion: "v1", kind: "Config", name: name, content: content, range: SourceRange(file: name))
    return ManifestEffectScan([own]).effects().map { effect in
      var plugin = effect
      plugin.kind = .program
      plugin.address = name
      plugin.id = "\(plugin.kind.rawValue)-\(Digest(of: effect.text).short)"
      return plugin
    }
  }

  /// The address of the API server of the current context.
  func server() async throws -> String {
    let result = try await run(["config", "view", "--minify", "-o", "json"])
    guard result.status == 0,
      let server = JSONValue.document(result.output)?["clusters"]?[0]?["cluster"]?["server"]?.string
    else {
      throw DeliveryError(
        .planFailed, summary: "No cluster is chosen",
        detail:
          "The bundle has manifests, and kubectl has no current context: \(last(result)). Set KUBECONFIG, or choose one with kubectl config use-context."
      )
    }
    return server
  }

  /// The objects as the server would have them after an apply; nothing is kept there.
  func dryRun(takesOwnership: Bool) async throws -> [ClusterObject] {
    let result = try await run(
      [
        "apply", "--server-side", Self.manager, "--dry-run=server", "-R", "-f", workspace.manifestFolder,
        "-o", "json",
      ]
        + force(takesOwnership))
    guard result.status == 0 else {
      let said = last(result)
      let hint =
        said.contains("conflict with")
        ? "\nAnother manager owns these fields. Plan with --take-ownership to take them over, or leave them out of the manifests."
        : ""
      throw DeliveryError(
        .planFailed, summary: "The API server refuses the manifests", detail: said + hint)
    }
    return try Self.objects(result.output)
  }

  /// The objects as they are now; those that do not exist are left out.
  func live(_ file: String) async throws -> [ClusterObject] {
    let result = try await run(["get", "--ignore-not-found", "-R", "-f", file, "-o", "json"])
    guard result.status == 0 else {
      throw DeliveryError(.planFailed, summary: "The cluster cannot be read", detail: last(result))
    }
    return result.output.allSatisfy(\.isWhitespace) ? [] : try Self.objects(result.output)
  }

  /// `kubectl diff`: 0 is no difference, 1 is one, and anything more is an error.
  func diff(takesOwnership: Bool) async throws -> (differs: Bool, text: String) {
    let result = try await run(
      ["diff", "--server-side", Self.manager, "-R", "-f", workspace.manifestFolder] + force(takesOwnership))
    guard result.status == 0 || result.status == 1 else {
      throw DeliveryError(.planFailed, summary: "kubectl diff failed", detail: last(result))
    }
    return (result.status == 1, mask.masked(String(result.output.prefix(64 << 10))))
  }

  /// Applies the manifests; gives what was said where it failed, nil where it went well.
  func apply(takesOwnership: Bool) async throws -> String? {
    let result = try await run(
      ["apply", "--server-side", Self.manager, "-R", "-f", workspace.manifestFolder] + force(takesOwnership))
    return result.status == 0 ? nil : last(result)
  }

  /// Deletes exactly these objects. With their uid as a precondition would be better still; kubectl offers none.
  func delete(_ objects: [ClusterPlan.Object]) async throws -> String? {
    let file = "\(workspace.path)/.deletions.json"
    try write(objects, to: file)
    let result = try await run(
      ["delete", "-f", file, "--ignore-not-found", "--wait=true", "--timeout=300s"], minutes: 10)
    return result.status == 0 ? nil : last(result)
  }

  /// Which of these objects exist, as they are now.
  func live(_ objects: [ClusterPlan.Object]) async throws -> [ClusterObject] {
    guard !objects.isEmpty else { return [] }
    let file = "\(workspace.path)/.objects.json"
    try write(objects, to: file)
    return try await live(file)
  }

  private func write(_ objects: [ClusterPlan.Object], to file: String) throws {
    let items = objects.map { object -> JSONValue in
      [
        "apiVersion": .string(object.apiVersion), "kind": .string(object.kind),
        "metadata": ["name": .string(object.name), "namespace": .string(object.namespace)],
      ]
    }
    let list: JSONValue = ["apiVersion": "v1", "kind": "List", "items": .array(items)]
    try workspace.write(Data(list.canonical.utf8), to: file)
  }

  private func force(_ takesOwnership: Bool) -> [String] { takesOwnership ? ["--force-conflicts"] : [] }

  private func run(_ arguments: [String], minutes: Int = 5) async throws -> ProcessResult {
    try await ProcessRunner.run(
      ProcessCall(
        executable: kubectl, arguments: arguments, environment: environment, directory: workspace.path,
        timeout: .seconds(minutes * 60), endsWithParent: true))
  }

  /// One object, or the items of a list; kubectl prints several documents one after the other.
  private static func objects(_ output: String) throws -> [ClusterObject] {
    let document: JSONValue
    do {
      document = try JSONValue(parsing: output)
    } catch {
      throw ToolError(
        .unreadable, summary: "A tool's answer cannot be read", detail: "kubectl printed no JSON: \(error)")
    }
    let found = document["kind"]?.string == "List" ? document["items"]?.array ?? [] : [document]
    return found.map(ClusterObject.init)
  }

  private func last(_ result: ProcessResult) -> String {
    let text = result.errors.isEmpty ? result.output : result.errors
    return mask.masked(String(text.suffix(4000))).trimmed
  }
}
