import Records
import Basics
import Digests
import ExternalTools
import FoundationEssentials
import Masking
import Store
import Vocabulary

/// Plans, takes approvals and applies. The only room that changes anything outside this machine.
package struct Executor: Sendable {

  let store: Store
  let setup: ExecutorConfiguration
  let appraisal: any PlanAppraisal
  let now: @Sendable () -> Date

  /// - Parameter now: the clock, given so that expiry can be tested.
  package init(
    store: Store, setup: ExecutorConfiguration, appraisal: any PlanAppraisal,
    now: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.store = store
    self.setup = setup
    self.appraisal = appraisal
    self.now = now
  }

  /// An approval is good for this many minutes unless it says otherwise.
  package static let approvalMinutes = 60

  var home: String { setup.home }
  var mask: SecretMask { setup.mask }

  func timestamp(_ date: Date) -> String { date.ISO8601Format() }

  func entry(_ action: AuditEntry.Action, subject: String, detail: String, by actor: String? = nil)
    -> AuditEntry
  {
    AuditEntry(
      time: timestamp(now()), actor: actor ?? setup.actor, action: action, subject: subject,
      detail: mask.masked(detail))
  }

  /// The program that plans and applies, or a clear word that there is none.
  func toolPlace() throws -> InfrastructureTool.Place {
    guard let tool = setup.tool else {
      throw DeliveryError(
        .toolMissing, summary: "No infrastructure tool",
        detail: "neither tofu nor terraform is in PATH; install one of them.")
    }
    return tool
  }

  func clusterSession(_ workspace: Workspace) throws -> ClusterSession {
    guard let kubectl = setup.kubectl else {
      throw DeliveryError(
        .toolMissing, summary: "kubectl is not installed",
        detail: "There are manifests, and kubectl is not in PATH; install it, or publish the bundle to Git.")
    }
    return ClusterSession(
      kubectl: kubectl, workspace: workspace, inherited: setup.environment, mask: mask)
  }

  func toolSession(_ workspace: Workspace, mask: SecretMask? = nil) throws -> ToolSession {
    ToolSession(
      tool: try toolPlace().path, workspace: workspace, inherited: setup.environment,
      mask: mask ?? self.mask)
  }

  static func fileDigest(_ path: String) throws -> String {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw DeliveryError(.changed, summary: "A file is missing", detail: "\(path) cannot be read.")
    }
    return Digest(of: data).hexadecimal
  }

  func planFolder(_ id: String) -> String { "\(home)/plans/\(id)" }

  /// The files a kept plan was made of.
  func keptConfiguration(_ id: String, folder: String) throws -> Configuration {
    let copy = try Configuration.read("\(planFolder(id))/configuration")
    return try Configuration(folder: folder, files: copy.files.map { ($0.key, $0.value) })
  }

  /// A kept plan by its id or the beginning of it.
  package func planned(_ id: String) async throws -> (record: PlanRecord, document: PlanDocument) {
    let record = try await store.plan(id)
    return (record, try Self.document(of: record))
  }

  private static func document(of record: PlanRecord) throws(DeliveryError) -> PlanDocument {
    do {
      return try record.document.decoded(as: PlanDocument.self)
    } catch {
      throw DeliveryError(
        .changed, summary: "The kept plan cannot be read",
        detail:
          "\(record.id) was kept by another version, or was changed. Plan and apply its folder again to have a record that can be read, or use the version that kept it."
      )
    }
  }

  /// Every apply, or those in a folder's workspace, the newest first. One whose plan this version cannot read is left
  /// out, and said: one old record does not stop all that comes after it.
  func applies(in folder: String? = nil, _ progress: ProgressObserver) async throws -> [(
    apply: ApplyRecord, document: PlanDocument
  )] {
    var found: [(ApplyRecord, PlanDocument)] = []
    for apply in try await store.applies() {
      guard let record = try await store.plan(exactly: apply.plan) else {
        progress(.note("\(apply.id) is left out: its plan \(apply.plan) is not in the store."))
        continue
      }
      // What certainly belongs to another folder is no concern of this one.
      if let folder, let other = record.document["folder"]?.string, other != folder { continue }
      do {
        found.append((apply, try Self.document(of: record)))
      } catch {
        progress(
          .note("\(apply.id) (\(apply.status.rawValue)) is left out. \(error.summary): \(error.detail)"))
      }
    }
    return found
  }
}
