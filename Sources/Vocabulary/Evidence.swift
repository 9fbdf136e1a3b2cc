/// Everything the checks say about one draft.
package struct Evidence: Hashable, Sendable, Codable {
  package var validation: [ValidationStage]
  package var findings: [Finding]
  package var price: PriceEstimate
  package var coverage: [Coverage]

  package init(
    validation: [ValidationStage], findings: [Finding], price: PriceEstimate, coverage: [Coverage]
  ) {
    self.validation = validation
    self.findings = findings
    self.price = price
    self.coverage = coverage
  }

  /// False when a stage failed; a stage that was not checked does not make it false, and is shown.
  package var isValid: Bool { !validation.contains { $0.status == .failed } }

  package var unmet: [Coverage] { coverage.filter { $0.status == .unmet } }
}

/// One step of validation and its outcome.
package struct ValidationStage: Hashable, Sendable, Codable {
  package enum Status: String, Sendable, Codable {
    case passed, failed
    /// The tool or the provider is missing; said, never taken for a pass.
    case unchecked
  }

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

/// Whether one requirement is met by a draft, and by which resources.
package struct Coverage: Hashable, Sendable, Codable {
  package enum Status: String, Sendable, Codable {
    case met, unmet, unknown
  }

  package var requirement: String
  package var status: Status
  /// Addresses of the resources that show it.
  package var evidence: [String]
  /// Why it is unmet or unknown; empty when met.
  package var reason: String

  package init(requirement: String, status: Status, evidence: [String] = [], reason: String = "") {
    self.requirement = requirement
    self.status = status
    self.evidence = evidence
    self.reason = reason
  }
}
