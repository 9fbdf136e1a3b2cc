import Basics
import Foundation
import SafeFiles

/// The list of the crews that a person trusts, a file of their own configuration.
package struct TrustedCrews: Sendable {
  private let file: String

  package init(places: ConfigurationPlaces) {
    file = places.trustedCrews
  }

  /// Every crew on the list, the newest last.
  /// - Throws: `SafeFileError` where others may write the list, `TrustError` where a line of it cannot be read.
  package func records() throws -> [TrustedCrewRecord] {
    guard let bytes = try OwnedFile(file).contents() else { return [] }
    return try String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { line in
        guard let record = TrustedCrewRecord(line: line) else {
          throw failure(
            "\(file) has a line that is none of a trusted crew. Remove it, and trust again what is yours.")
        }
        return record
      }
  }

  /// Puts a crew on the list, in the place of what the same path had before.
  package func add(_ record: TrustedCrewRecord) throws {
    guard [record.path, record.digest].allSatisfy({ !$0.contains { $0.isNewline || $0 == "\t" } }),
      (record.variables + record.addresses).allSatisfy({ !$0.contains { ",\t\n\r".contains($0) } })
    else { throw failure("A path, variable or address with a line break, tab or comma is not kept.") }
    try write(try records().filter { $0.path != record.path } + [record])
  }

  /// Takes a path off the list; false where it was not on it.
  package func remove(path: String) throws -> Bool {
    let all = try records()
    let kept = all.filter { $0.path != path }
    if kept.count < all.count { try write(kept) }
    return kept.count < all.count
  }

  private func write(_ records: [TrustedCrewRecord]) throws {
    let folder = URL(filePath: file).deletingLastPathComponent().path(percentEncoded: false)
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try OwnedFile(file).checkFolders()
      let text = records.map { "\($0.line)\n" }.joined()
      try Data(text.utf8).write(to: URL(filePath: file), options: .atomic)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
    } catch let error as SafeFileError {
      throw error
    } catch {
      throw failure("\(file) cannot be written: \(error)")
    }
  }

  private func failure(_ detail: String) -> TrustError {
    TrustError(.list, summary: "The list of trusted crews cannot be used", detail: detail)
  }
}
