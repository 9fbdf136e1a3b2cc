/// What an agent puts first when it drafts.
package enum Priority: String, Hashable, Sendable, Codable, CaseIterable {
  case balanced
  case costFirst = "cost-first"
  case resilienceFirst = "resilience-first"
  case leastExposureFirst = "least-exposure-first"
}
