import Basics
import FoundationEssentials
import Templates

/// What starts the advice every night, for those who operate it.
package struct SchedulePlan: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case systemd, cron, kubernetes, github, gitlab
  }

  /// The command with its options, as a shell reads it.
  package var command: String
  /// Where it runs on a machine of one's own: paths of the command that are not absolute are below it.
  package var directory: String
  package var hour: Int
  package var minute: Int
  /// `Europe/Berlin`.
  package var zone: String
  package var shards: Int
  package var image: String
  package var namespace: String
  /// Hours that the zone is ahead of UTC now, for what counts in UTC.
  package var offset: Int

  package init(
    command: String, directory: String = "/", hour: Int, minute: Int, zone: String, shards: Int = 1,
    image: String = "consilium:latest",
    namespace: String = "consilium", offset: Int = 0
  ) {
    self.command = command
    self.directory = directory
    self.hour = hour
    self.minute = minute
    self.zone = zone
    self.shards = shards
    self.image = image
    self.namespace = namespace
    self.offset = offset
  }

  /// - Throws: where the template cannot be read.
  package func text(_ kind: Kind) throws -> String {
    let url = try ProgramData.folder(of: "Advice").appending(path: "Data/schedules/\(kind.rawValue).mustache")
    let template = try Template(
      try String(contentsOf: url, encoding: .utf8), file: "\(kind.rawValue).mustache")
    return try template.render([
      "command": .string(command), "directory": .string(directory),
      "cronCommand": .string(command.replacing("%", with: "\\%")), "hour": .string(Self.padded(hour)),
      "minute": .string(Self.padded(minute)),
      "hourNumber": .integer(hour), "minuteNumber": .integer(minute), "zone": .string(zone),
      "utcHour": .integer(((hour - offset) % 24 + 24) % 24), "utcMinute": .integer(minute),
      "shards": .integer(shards), "sharded": .bool(shards > 1),
      "image": .string(image), "namespace": .string(namespace), "open": .string("{{"),
    ])
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
