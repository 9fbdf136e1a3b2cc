/// How much a finding or diagnostic matters, from least to most.
package enum Severity: String, Sendable, Codable, CaseIterable, Comparable {
  case info, low, medium, high, critical

  private var rank: Int {
    switch self {
    case .info: 0
    case .low: 1
    case .medium: 2
    case .high: 3
    case .critical: 4
    }
  }

  package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
}
