import FoundationEssentials
import Logging

/// Writes each entry as a line: `2026-11-27T08:00:00Z info tools: …`. A line break within a message stays within its line.
struct LineHandler: LogHandler {
  let label: String
  var metadata: Logger.Metadata = [:]
  /// The level is the program's, for all rooms.
  var logLevel: Logger.Level {
    get { Log.level ?? .critical }
    set {}
  }

  init(label: String) {
    self.label = label
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let message = "\(event.message)".replacing("\n", with: "\\n")
    Log.write("\(Date().ISO8601Format()) \(event.level.rawValue) \(label): \(message)\n")
  }
}
