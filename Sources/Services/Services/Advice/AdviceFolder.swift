import Basics
import Foundation
import Reporting
import Vocabulary

/// Writes a report to a folder in every form, with a file for each patch. The folder is there whole, or as it was. What
/// somebody else put into it is carried over.
package struct AdviceFolder: Sendable {
  private let path: String

  package init(path: String) {
    self.path = path
  }

  /// - Throws: `CocoaError` where it cannot be written.
  package func write(_ report: AdviceReport) throws {
    let manager = FileManager.default
    let target = URL(filePath: path).standardizedFileURL
    let parent = target.deletingLastPathComponent()
    try manager.createDirectory(at: parent, withIntermediateDirectories: true)
    let mark = String(UInt32.random(in: 0..<UInt32.max), radix: 36)
    let work = parent.appending(path: ".\(target.lastPathComponent).\(mark)")
    try manager.createDirectory(at: work, withIntermediateDirectories: false)
    defer { if manager.fileExists(atPath: work.path) { Self.clear(work) } }
    for (name, text) in try files(report) {
      let file = work.appending(path: name)
      try manager.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    if manager.fileExists(atPath: target.path) {
      let isEmpty = try manager.contentsOfDirectory(atPath: target.path).isEmpty
      guard isEmpty || manager.fileExists(atPath: target.appending(path: "report.json").path) else {
        throw Diagnostic(
          code: "advice.output", summary: "Not a folder of advice",
          detail:
            "There is something else in it, which is not overwritten. Name an empty folder or a new one.",
          range: SourceRange(file: path))
      }
      // The old one steps aside for the moment between two renames.
      let old = parent.appending(path: "\(work.lastPathComponent).old")
      try manager.moveItem(at: target, to: old)
      try manager.moveItem(at: work, to: target)
      try carryOver(from: old, to: target)
      try manager.removeItem(at: old)
    } else {
      try manager.moveItem(at: work, to: target)
    }
  }

  /// Moves what is none of ours from the old folder to the new one.
  private func carryOver(from old: URL, to target: URL) throws {
    let manager = FileManager.default
    for name in try manager.contentsOfDirectory(atPath: old.path) where !Self.reports.contains(name) {
      guard name == Self.patches else {
        try manager.moveItem(at: old.appending(path: name), to: target.appending(path: name))
        continue
      }
      let patches = old.appending(path: name)
      for patch in try manager.contentsOfDirectory(atPath: patches.path) where !Self.isPatch(patch) {
        let folder = target.appending(path: name)
        try manager.createDirectory(at: folder, withIntermediateDirectories: true)
        try manager.moveItem(at: patches.appending(path: patch), to: folder.appending(path: patch))
      }
    }
  }

  private static let reports: Set = ["report.json", "report.md", "report.html", "report.csv", "report.sarif"]
  private static let patches = "patches"

  /// Whether a file is named as the patches of a report are: a number, a rule, a fingerprint.
  private static func isPatch(_ name: String) -> Bool {
    name.hasSuffix(".patch") && name.split(separator: "-").count > 2
      && name.prefix { $0.isASCII && $0.isNumber }.count >= 3
  }

  /// What is left after a fault is ours; the fault itself is what is reported.
  private static func clear(_ work: URL) {
    do {
      try FileManager.default.removeItem(at: work)
    } catch {
      // Where nobody reads what is said, the fault itself still is what the command ends with.
      try? FileHandle.standardError.write(
        contentsOf: Data("\(work.path) could not be removed: \(error)\n".utf8))
    }
  }

  private func files(_ report: AdviceReport) throws -> [(name: String, text: String)] {
    var files = [
      ("report.json", try report.json()), ("report.md", try report.markdown()),
      ("report.html", try report.html()), ("report.csv", report.csv()),
      ("report.sarif", report.sarif(version: ConsiliumVersion.program)),
    ]
    for (index, estate) in report.estates.enumerated() {
      guard let patch = estate.patch, !patch.isEmpty else { continue }
      let name = report.estates.count == 1 ? "000-all-patches" : "000-all-patches-\(index + 1)"
      files.append(("\(Self.patches)/\(name).patch", patch))
    }
    for (index, advice) in Self.ordered(report.recommendations).enumerated() {
      guard let patch = advice.patch else { continue }
      let number = String(repeating: "0", count: max(0, 3 - "\(index + 1)".count)) + "\(index + 1)"
      files.append(("\(Self.patches)/\(number)-\(advice.rule)-\(advice.fingerprint).patch", patch.diff))
    }
    return files
  }

  /// What has a patch, each after those that its patch builds on.
  private static func ordered(_ recommendations: [Recommendation]) -> [Recommendation] {
    let patched = recommendations.filter { $0.isSound && $0.patch?.diff.isEmpty == false }
    let byName = Dictionary(patched.map { ($0.fingerprint, $0) }) { first, _ in first }
    var ordered: [Recommendation] = []
    var seen: Set<String> = []
    func add(_ advice: Recommendation) {
      guard seen.insert("\(advice.estate)/\(advice.fingerprint)").inserted else { return }
      for name in advice.patch?.after ?? [] { if let earlier = byName[name] { add(earlier) } }
      ordered.append(advice)
    }
    for advice in patched { add(advice) }
    return ordered
  }
}
