/// How much work a piece of advice is.
package enum AdviceEffort: String, Sendable, Codable, CaseIterable {
  case veryLow = "very-low"
  case low, medium, high
  case veryHigh = "very-high"

  /// Hours of an engineer, as a rule of thumb.
  package var hours: Double {
    switch self {
    case .veryLow: 0.5
    case .low: 2
    case .medium: 8
    case .high: 24
    case .veryHigh: 80
    }
  }
}
