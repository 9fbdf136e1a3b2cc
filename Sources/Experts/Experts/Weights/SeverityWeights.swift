import Basics

/// What a finding weighs by its severity.
package struct SeverityWeights: Sendable, Decodable {
  let info: Double
  let low: Double
  let medium: Double
  let high: Double
  let critical: Double

  package subscript(severity: Severity) -> Double {
    switch severity {
    case .info: info
    case .low: low
    case .medium: medium
    case .high: high
    case .critical: critical
    }
  }
}
