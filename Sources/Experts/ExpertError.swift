/// Why an expert could not answer.
package struct ExpertError: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Code: String, Sendable, Codable {
    /// Nothing in the request is about infrastructure that can be built.
    case notInfrastructure = "expert.not-infrastructure"
    /// Two constraints of the request cannot hold together.
    case contradiction = "expert.contradiction"
    /// The request names something that does not exist, as a region.
    case unknownName = "expert.unknown-name"
    /// The expert itself failed.
    case failed = "expert.failed"
  }

  package var code: Code
  package var summary: String
  /// What, why and what to do.
  package var detail: String

  package init(_ code: Code, summary: String, detail: String) {
    self.code = code
    self.summary = summary
    self.detail = detail
  }

  package var description: String { "\(summary): \(detail)" }
}
