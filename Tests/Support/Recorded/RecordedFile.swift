import Foundation
import Testing

/// A file that a test holds what is written against. `CONSILIUM_RECORD=1` writes it anew instead, for a person to read
/// the difference.
package enum RecordedFile {
  private static let records = ProcessInfo.processInfo.environment["CONSILIUM_RECORD"] == "1"

  package static func expect(
    _ text: String, in file: URL, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    if records {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      return
    }
    let name = file.lastPathComponent
    let recorded = try #require(
      FileManager.default.contents(atPath: file.path(percentEncoded: false)),
      "\(name) is not recorded; CONSILIUM_RECORD=1 writes it", sourceLocation: sourceLocation)
    let expected = String(decoding: recorded, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    let given = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(expected, given).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    let place = line ?? (expected.count == given.count ? nil : min(expected.count, given.count))
    guard let place else { return }
    let (old, new) = (
      place < expected.count ? String(expected[place]) : "nothing",
      place < given.count ? String(given[place]) : "nothing"
    )
    Issue.record(
      "\(name) line \(place + 1) is '\(new)' and was '\(old)'; CONSILIUM_RECORD=1 writes it anew",
      sourceLocation: sourceLocation)
  }
}
