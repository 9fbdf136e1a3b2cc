/// One message about something a person or a model wrote, in OpenTofu's manner: `summary` is a fixed short phrase
/// without user data, `detail` says in full sentences what is wrong, why it matters and what to do.
package struct Diagnostic: Error, Hashable, Sendable, Codable {
  package enum Level: String, Sendable, Codable {
    case error, warning
  }

  package var level: Level
  /// Stable, for programs: `hcl.syntax`, `crew.unknown-key`.
  package var code: String
  package var summary: String
  package var detail: String
  package var range: SourceRange?
  /// The resource or key it concerns, when there is one: `aws_s3_bucket.logs`.
  package var address: String?

  package init(
    _ level: Level = .error, code: String, summary: String, detail: String, range: SourceRange? = nil,
    address: String? = nil
  ) {
    self.level = level
    self.code = code
    self.summary = summary
    self.detail = detail
    self.range = range
    self.address = address
  }
}

extension Diagnostic: CustomStringConvertible {
  /// `agents.yaml:4:3: error: Unknown key: …`, one line.
  package var description: String {
    let place = range.map { "\($0): " } ?? address.map { "\($0): " } ?? ""
    return "\(place)\(level.rawValue): \(summary)\(detail.isEmpty ? "" : ": \(detail)")"
  }
}
