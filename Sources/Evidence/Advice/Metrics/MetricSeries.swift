import Basics
import HCL

/// Measurements of one quantity of one resource, oldest first.
package struct MetricSeries: Sendable, Hashable {
  package struct Sample: Sendable, Hashable {
    /// Seconds since 1970.
    package var time: Double
    package var value: Double

    package init(time: Double, value: Double) {
      self.time = time
      self.value = value
    }
  }

  package var samples: [Sample]

  package init(samples: [Sample]) {
    self.samples = samples
  }

  /// What rules see of it: `count`, `hours` covered, `min`, `max`, `mean`, `total`, percentiles `p50` to `p99` and
  /// `p995`, and by day of UTC the same in short.
  var statistics: Value {
    let sorted = samples.map(\.value).sorted()
    guard let first = sorted.first, let last = sorted.last else { return .null }
    func percentile(_ share: Double) -> Value {
      let rank = Int(saturating: (share / 100 * Double(sorted.count)).rounded(.up))
      return .number(sorted[min(max(rank - 1, 0), sorted.count - 1)])
    }
    let total = sorted.reduce(0, +)
    return .object([
      "count": .number(Double(sorted.count)), "hours": .number(hours), "min": .number(first),
      "max": .number(last),
      "mean": .number(total / Double(sorted.count)), "total": .number(total), "p50": percentile(50),
      "p90": percentile(90), "p95": percentile(95), "p99": percentile(99), "p995": percentile(99.5),
      "by_day": byDay,
    ])
  }

  /// The time that the samples stand for: from the first to the last, and one step more.
  private var hours: Double {
    guard let first = samples.first, let last = samples.last, samples.count > 1 else { return 0 }
    let span = last.time - first.time
    return (span + span / Double(samples.count - 1)) / 3600
  }

  private var byDay: Value {
    var days: [Int: [Double]] = [:]
    for sample in samples {
      days[Int(saturating: (sample.time / 86400).rounded(.down)), default: []].append(sample.value)
    }
    return .object(
      Dictionary(
        uniqueKeysWithValues: days.map { day, values in
          let total = values.reduce(0, +)
          return (
            CalendarDay(daysSince1970: day).description,
            Value.object([
              "mean": .number(total / Double(values.count)), "max": .number(values.max() ?? 0),
              "min": .number(values.min() ?? 0), "total": .number(total),
              "count": .number(Double(values.count)),
            ])
          )
        }))
  }
}
