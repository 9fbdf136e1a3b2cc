import Basics

/// Reads a saved answer of `aws cloudwatch get-metric-data`. The label of each result names the metric and the resource:
/// `CPUUtilization i-0abc`.
struct CloudWatchReader {
  let catalogue: MetricCatalogue

  func add(_ document: JSONValue, to store: inout MetricStore) {
    let known = Dictionary(
      catalogue.definitions.values.compactMap { definition in definition.cloudWatch.map { ($0, definition) } }
    ) { first, _ in first }
    for result in document["MetricDataResults"]?.array ?? [] {
      let words = (result["Label"]?.string ?? "").split(separator: " ").map(String.init)
      guard let name = words.first(where: { known[$0] != nil }), let definition = known[name],
        let key = words.last(where: { $0 != name })
      else { continue }
      let times = (result["Timestamps"]?.array ?? []).compactMap { $0.string.flatMap(Self.seconds) }
      let values = (result["Values"]?.array ?? []).compactMap(\.double)
      guard times.count == values.count else { continue }
      let samples = zip(times, values).map {
        MetricSeries.Sample(time: $0, value: $1 * definition.cloudWatchScale)
      }.sorted { $0.time < $1.time }
      store.add(MetricSeries(samples: samples), metric: definition.name, key: key)
    }
  }

  /// `2026-11-23T10:05:00+00:00` and `…Z`; the command prints UTC.
  static func seconds(_ text: String) -> Double? {
    guard let day = CalendarDay(text), text.utf8.count >= 19 else { return nil }
    let parts = text.dropFirst(11).prefix(8).split(separator: ":").compactMap { Double($0) }
    guard parts.count == 3 else { return nil }
    return Double(day.daysSince1970) * 86400 + parts[0] * 3600 + parts[1] * 60 + parts[2]
  }
}
