import Experts
import Vocabulary

extension AgentProfile.Priority {
  /// As a reader of a report knows it.
  var phrase: String {
    switch self {
    case .balanced: "balanced"
    case .costFirst: "cost first"
    case .resilienceFirst: "resilience first"
    case .leastExposureFirst: "least exposure first"
    }
  }
}
