/// One step of validation and its outcome.
package struct ValidationStage: Hashable, Sendable, Codable {
  package enum Status: String, Sendable, Codable {
    case passed, failed
    /// The tool or the provider is missing; said, never taken for a pass.
    case unchecked
  }

  /// The `tool` of the checks that this program does itself.
  package static let ownTool = "consilium"

  /// `syntax`, `references`, `format`, `init`, `validate`, `manifests`.
  package var stage: String
  /// `consilium`, `terraform 1.11.4`.
  package var tool: String
  package var status: Status
  package var detail: String

  package init(stage: String, tool: String, status: Status, detail: String) {
    self.stage = stage
    self.tool = tool
    self.status = status
    self.detail = detail
  }
}
