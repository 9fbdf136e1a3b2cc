import HCL

/// What was measured, by metric and by the name that the series know the resource by.
package struct MetricStore: Sendable {
  /// Days that were asked for.
  package let window: Int
  /// Where the measurements come from, for a report: `http://prometheus:9090`.
  package let origin: String
  private var statistics: [String: [String: Value]] = [:]
  /// Metrics that nobody answered for, with the reason.
  package private(set) var missing: [String: String] = [:]

  package init(window: Int, origin: String) {
    self.window = window
    self.origin = origin
  }

  /// Keeps what rules need of a series; the first series of a name counts.
  package mutating func add(_ series: MetricSeries, metric: String, key: String) {
    guard !series.samples.isEmpty, statistics[metric]?[key] == nil else { return }
    statistics[metric, default: [:]][key] = series.statistics
  }

  mutating func miss(_ metric: String, reason: String) { missing[metric] = reason }

  /// The statistics of the first key that has a series.
  func statistics(_ metric: String, keys: [String]) -> Value? {
    guard let known = statistics[metric] else { return nil }
    return keys.lazy.compactMap { known[$0] }.first
  }

  /// Whether there is any series of the metric.
  package func has(_ metric: String) -> Bool { statistics[metric] != nil }

  /// Both together; what is known already stays.
  package mutating func merge(_ other: MetricStore) {
    for (metric, series) in other.statistics {
      statistics[metric, default: [:]].merge(series) { first, _ in first }
    }
    for (metric, reason) in other.missing where statistics[metric] == nil { missing[metric] = reason }
    missing = missing.filter { statistics[$0.key] == nil }
  }
}
