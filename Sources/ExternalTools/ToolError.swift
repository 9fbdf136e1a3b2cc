/// Why an external tool could not do its work.
package struct ToolError: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Code: String, Sendable, Codable {
    case missing = "tool.missing"
    case failed = "tool.failed"
    case timeout = "tool.timeout"
    case unreadable = "tool.unreadable-output"
    case noProvider = "tool.no-provider"
  }

  package var code: Code
  package var summary: String
  /// What, why and what to do; never an environment value.
  package var detail: String

  package init(_ code: Code, summary: String, detail: String) {
    self.code = code
    self.summary = summary
    self.detail = detail
  }

  package var description: String { "\(summary): \(detail)" }
}
