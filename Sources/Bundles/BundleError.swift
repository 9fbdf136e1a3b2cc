/// Why a bundle could not be written or read.
package struct BundleError: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Code: String, Sendable, Codable {
    case occupied = "bundle.occupied"
    case cannotWrite = "bundle.cannot-write"
    case cannotRead = "bundle.cannot-read"
    case changed = "bundle.changed"
  }

  package var code: Code
  package var summary: String
  package var detail: String

  package init(_ code: Code, summary: String, detail: String) {
    self.code = code
    self.summary = summary
    self.detail = detail
  }

  package var description: String { "\(summary): \(detail)" }
}
