import Advice
import Foundation

/// What a person asks to be advised on, and from where more is known of it.
package struct AdviceRequest: Sendable {
  package var sources: [String] = []
  /// A folder of many states instead of one estate.
  package var all: String?
  package var shard: Shard?
  /// The address of a Prometheus; nil for none.
  package var prometheus: String?
  /// Days of metrics.
  package var window = 14
  /// Bills in FOCUS format.
  package var bills: [String] = []
  /// A folder of saved descriptions.
  package var cloud: String?
  package var region: String?
  /// Nil for the name of the first source.
  package var name: String?
  package var timeZone: String?
  package var now = Date()
  /// The night it is, where it is not the one of `now`: for a night that is made up for.
  package var day: CalendarDay?
  package var budgets: String?
  /// The store that remembers; nil to remember nothing.
  package var store: String?
  package var crewFile: String
  package var models: ModelRunOptions

  package init(crewFile: String, models: ModelRunOptions = ModelRunOptions()) {
    self.crewFile = crewFile
    self.models = models
  }

  /// What the night's report is of.
  var scope: String {
    guard let all else { return estateName }
    let part = shard.map { " \($0.index)/\($0.count)" } ?? ""
    return "all of \(name ?? Self.last(all))\(part)"
  }

  var estateName: String { name ?? Self.last(sources.first ?? bills.first ?? cloud ?? "estate") }

  private static func last(_ path: String) -> String {
    URL(filePath: path).standardizedFileURL.lastPathComponent
  }
}
