import Basics
import Digests
import ExternalTools
import FoundationEssentials
import Store

/// Plans, takes approvals and applies. The only room that changes anything outside this machine.
package struct Executor: Sendable {
  let store: Store
  /// Where workspaces and plans are kept.
  let home: String
  let tool: InfrastructureTool
  let mirror: ProviderMirror?
  let environment: [String: String]
  let appraisal: any PlanAppraisal
  /// Who runs the executor; stands in the audit trail.
  let actor: String
  let now: @Sendable () -> Date

  /// - Parameters:
  ///   - environment: the person's; credentials reach the tool from here and nothing else.
  ///   - now: the clock, given so that expiry can be tested.
  package init(
    store: Store, home: String, tool: InfrastructureTool, mirror: ProviderMirror?,
    environment: [String: String],
    appraisal: any PlanAppraisal, actor: String, now: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.store = store
    self.home = home
    self.tool = tool
    self.mirror = mirror
    self.environment = environment
    self.appraisal = appraisal
    self.actor = actor
    self.now = now
  }

  /// An approval is good for this many minutes unless it says otherwise.
  package static let approvalMinutes = 60

  func timestamp(_ date: Date) -> String { date.ISO8601Format() }

  func entry(_ action: AuditEntry.Action, _ subject: String, _ detail: String, by actor: String? = nil)
    -> AuditEntry
  {
    AuditEntry(
      time: timestamp(now()), actor: actor ?? self.actor, action: action, subject: subject, detail: detail)
  }

  func toolDigest() throws -> String {
    try Self.fileDigest(tool.path)
  }

  static func fileDigest(_ path: String) throws -> String {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw DeliveryError(.changed, summary: "A file is missing", detail: "\(path) cannot be read.")
    }
    return Digest(of: data).hexadecimal
  }
}
