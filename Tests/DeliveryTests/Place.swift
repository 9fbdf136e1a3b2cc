import Records
import TestFolders
import Basics
import Delivery
import Digests
import Effects
import ExternalTools
import FoundationEssentials
import Manifests
import Masking
import Store
import Testing
import Vocabulary

/// A configuration folder with its own store, keys and executor, removed after the test. The tool is the real one behind
/// a shim that keeps a line for each start.
struct Place {
  static let environment = ProcessInfo.processInfo.environment
  static let realTool =
    ToolFinder.find("tofu", environment: environment)
    ?? ToolFinder.find("terraform", environment: environment)
  static let kubectl = ToolFinder.find("kubectl", environment: environment)
  static let python = ToolFinder.find("python3", environment: environment)

  struct NoPrices: PlanAppraisal {
    var after = 0.0

    func appraise(_ plan: JSONValue?, manifests: [Manifest]) throws -> Appraisal {
      Appraisal(before: 0, after: after, unpriced: [], findings: [], policyDigest: "p")
    }

    func isSettable(_ type: String, attribute: String) -> Bool? { nil }
  }

  let root: String
  var rules = ApprovalRules()
  var price = 0.0
  var actor = "tester"
  var login: String?
  var environment = Self.environment

  var folder: String { "\(root)/configuration" }
  var home: String { "\(root)/state" }
  var shim: String { "\(root)/bin/terraform" }
  var starts: String { "\(root)/starts" }
  var keys: KeyRing { KeyRing(home: home) }
  var databaseName = "consilium.db"
  var database: String { "\(root)/\(databaseName)" }

  static let configuration = """
    resource "terraform_data" "a" {
      input = "one"
    }
    output "value" {
      value = terraform_data.a.output
    }
    """

  func store() throws -> Store { try Store(path: database) }

  func executor(
    at date: Date = Date(), tool: String? = nil, kubectl: String? = Place.kubectl
  ) throws -> Executor {
    Executor(
      store: try store(),
      setup: ExecutorConfiguration(
        home: home, tool: InfrastructureTool.Place(flavour: .terraform, path: tool ?? shim),
        kubectl: kubectl, mirror: nil, environment: environment, actor: actor, login: login, rules: rules,
        keys: keys,
        mask: try SecretMask()),
      appraisal: NoPrices(after: price), now: { date })
  }

  func write(_ text: String, _ name: String = "main.tf") throws {
    let file = URL(filePath: "\(folder)/\(name)")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// Adds a person whose key is on this machine and trusted.
  func trust(_ name: String) throws {
    try keys.trust(TrustedKey(name: name, key: try keys.makeKey(for: name).verifyingKey))
  }

  /// Plans the folder as a person does who allows all that it does besides its resources.
  func planAllowing() async throws -> PlannedChanges {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    var files: [String: String] = [:]
    for name in names {
      files[name] = try String(contentsOf: URL(filePath: "\(folder)/\(name)"), encoding: .utf8)
    }
    return try await executor().plan(folder, allowing: Set(EffectScan(files: files).effects().map(\.id))) {
      _ in
    }
  }

  /// Plans, approves as maria and applies.
  @discardableResult
  func deliver() async throws -> AppliedChanges {
    let executor = try executor()
    let planned = try await executor.plan(folder) { _ in }
    return try await approveAndApply(planned)
  }

  @discardableResult
  func approveAndApply(_ planned: PlannedChanges) async throws -> AppliedChanges {
    let executor = try executor()
    let count = planned.document.risks.isEmpty ? nil : planned.document.changeCount
    for name in ["maria", "tom"].prefix(planned.document.approversNeeded) {
      _ = try await executor.approve(
        planned.record.id, word: ApprovalWord(approver: name, typedCount: count))
    }
    return try await executor.apply(planned.record.id) { _ in }
  }

  /// The verbs the tool was started with since the last call.
  func startsSinceLast() throws -> [String] {
    guard let data = FileManager.default.contents(atPath: starts) else { return [] }
    try FileManager.default.removeItem(atPath: starts)
    return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  static func with(_ body: (inout Place) async throws -> Void) async throws {
    let root = FileManager.default.temporaryDirectory.appending(
      path: "delivery-\(UInt64.random(in: 0..<UInt64.max))")
    defer { do { try RemovedFolder.remove(root) } catch { Issue.record(error) } }
    var place = Place(root: root.path(percentEncoded: false))
    try place.write(configuration)
    try place.writeShim("")
    try place.trust("maria")
    try place.trust("tom")
    try await body(&place)
  }

  /// - Parameter before: lines of shell that are run before the real tool, with its arguments in `$@`.
  func writeShim(_ before: String) throws {
    let text = "#!/bin/sh\necho \"$1\" >> '\(starts)'\n\(before)\nexec '\(Self.realTool ?? "false")' \"$@\"\n"
    try FileManager.default.createDirectory(atPath: "\(root)/bin", withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(filePath: shim))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: shim)
  }

  static func refused(_ code: DeliveryErrorCode, _ body: () async throws -> Void) async {
    await #expect { try await body() } throws: { ($0 as? DeliveryError)?.code == code }
  }
}

extension Trait where Self == ConditionTrait {
  static var needsTool: Self {
    .enabled(if: Place.realTool != nil, "neither tofu nor terraform is installed: the executor is not tested")
  }

  static var needsCluster: Self {
    .enabled(
      if: Place.kubectl != nil && Place.python != nil,
      "kubectl or python3 is not installed: manifests are not tested")
  }
}
