/// The part of a plan that `tofu` or `terraform` runs.
package struct InfrastructurePlan: Sendable, Hashable, Codable {
  /// The saved plan, and the SHA-256 of its bytes.
  package var planFile: String
  package var planFileDigest: String
  /// `terraform 1.11.4`, and the SHA-256 of the program.
  package var tool: String
  package var toolDigest: String
  package var lockFileDigest: String
  /// Where the state is.
  package var backend: Backend
  /// Nil before the first apply.
  package var lineage: String?
  package var serial: Int?
  /// SHA-256 of the canonical resource and output changes.
  package var changesDigest: String
  /// Whom and where the provider was told to ask, by the environment: region, profile, endpoint, account. Nil in plans of
  /// earlier versions.
  package var caller: [String: String]?

  /// What of it is the same on another day and another machine.
  struct Parts: Encodable {
    let tool: String
    let toolDigest: String
    let lockFileDigest: String
    let backend: Backend
    let lineage: String?
    let serial: Int?
    let changesDigest: String
    let caller: [String: String]?

    init(_ plan: InfrastructurePlan) {
      tool = plan.tool
      toolDigest = plan.toolDigest
      lockFileDigest = plan.lockFileDigest
      backend = plan.backend
      lineage = plan.lineage
      serial = plan.serial
      changesDigest = plan.changesDigest
      caller = plan.caller
    }
  }
}
