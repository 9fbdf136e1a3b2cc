import Foundation

/// A file that a test holds what is written against. `CONSILIUM_RECORD=1` writes it anew instead, for a person to read
/// the difference.
package enum RecordedFile {
  private static let records = ProcessInfo.processInfo.environment["CONSILIUM_RECORD"] == "1"

  /// The first line in which a text is not what the file holds, in words; nil where there is none.
  package static func difference(_ text: String, in file: URL) throws -> String? {
    if records {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      return nil
    }
    let name = file.lastPathComponent
    guard let recorded = FileManager.default.contents(atPath: file.path(percentEncoded: false)) else {
      return "\(name) is not recorded; CONSILIUM_RECORD=1 writes it"
    }
    func lines(_ text: String) -> [Substring] {
      text.split(separator: "\n", omittingEmptySubsequences: false)
    }
    let (expected, given) = (lines(String(decoding: recorded, as: UTF8.self)), lines(text))
    guard
      let index = (0..<max(expected.count, given.count)).first(where: {
        !(expected.indices.contains($0) && given.indices.contains($0) && expected[$0] == given[$0])
      })
    else { return nil }
    let old = expected.indices.contains(index) ? "'\(expected[index])'" : "nothing"
    let new = given.indices.contains(index) ? "'\(given[index])'" : "nothing"
    return "\(name) line \(index + 1) is \(new) and was \(old); CONSILIUM_RECORD=1 writes it anew"
  }
}
