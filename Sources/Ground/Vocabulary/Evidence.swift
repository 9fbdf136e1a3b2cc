/// Everything the checks say about one draft.
package struct Evidence: Hashable, Sendable, Codable {
  package var validation: [ValidationStage]
  package var findings: [Finding]
  package var price: PriceEstimate
  package var coverage: [Coverage]
  /// How many arguments of its resources are wired to another resource by reference; nil where nobody counted.
  package var connections: Int?

  package init(
    validation: [ValidationStage], findings: [Finding], price: PriceEstimate, coverage: [Coverage],
    connections: Int? = nil
  ) {
    self.validation = validation
    self.findings = findings
    self.price = price
    self.coverage = coverage
    self.connections = connections
  }

  /// False when a stage failed; a stage that was not checked does not make it false, and is shown.
  package var isValid: Bool { !validation.contains { $0.status == .failed } }

  package var unmet: [Coverage] { coverage.filter { $0.status == .unmet } }
}
