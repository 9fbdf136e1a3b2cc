import Basics
import Clouds
import Digests
import Foundation
import HCL

/// A set of rules that belong together.
package struct PolicyPack: Sendable {
  package let rules: [Rule]
  /// Of the rule files as they were read: what a report names, so that a verdict can be repeated.
  package let digest: String
  private let byType: [String: [Int]]

  /// Reads rule files, path to text.
  /// - Throws: `DiagnosticsError` with everything that is wrong in them.
  package init(files: [String: String]) throws(DiagnosticsError) {
    var rules: [Rule] = []
    var diagnostics: [Diagnostic] = []
    // Groups of every file hold in all of them, whatever the files are called.
    let groups = files.reduce(into: [String: [String]]()) { groups, file in
      groups.merge(RuleReader.groups(path: file.key, text: file.value)) { first, _ in first }
    }
    for (path, text) in files.sorted(by: { $0.key < $1.key }) {
      let reader = RuleReader(path: path, text: text, groups: groups)
      rules += reader.rules
      diagnostics += reader.diagnostics
    }
    for (id, same) in Dictionary(grouping: rules, by: \.id) where same.count > 1 {
      diagnostics.append(
        Diagnostic(
          code: "policy.duplicate", summary: "Duplicate rule",
          detail: "There are \(same.count) rules named \"\(id)\"."))
    }
    if !diagnostics.isEmpty { throw DiagnosticsError(diagnostics) }
    self.rules = rules
    var byType: [String: [Int]] = [:]
    for (index, rule) in rules.enumerated() {
      for type in rule.types { byType[type, default: []].append(index) }
    }
    self.byType = byType
    let all = files.sorted { $0.key < $1.key }.map { "\($0.key)\n\($0.value)" }.joined(separator: "\n")
    digest = Digest(of: all).hexadecimal
  }

  /// The rules that come with the program, read when first asked for.
  package static let builtIn: Result<PolicyPack, DiagnosticsError> = load()

  /// Rules of one's own, with those that ship: ids may not be the same.
  /// - Parameter urls: files of rules.
  package init(own urls: [URL]) throws {
    var files: [String: String] = [:]
    for url in urls { files[url.path(percentEncoded: false)] = try String(contentsOf: url, encoding: .utf8) }
    try self.init(files: files)
  }

  /// The rule of that id.
  package subscript(id: String) -> Rule? { rules.first { $0.id == id } }

  /// The rules about a type, in the order in which they were written.
  func rules(for type: String) -> [Rule] { (byType[type] ?? []).map { rules[$0] } }

  private static func load() -> Result<PolicyPack, DiagnosticsError> {
    do {
      var files: [String: String] = [:]
      for cloud in CloudCatalog.current.clouds {
        for url in try cloud.files(in: .policies, endingIn: ".hcl") {
          files["\(cloud.id)-\(url.lastPathComponent)"] = try String(contentsOf: url, encoding: .utf8)
        }
      }
      for url in try CloudCatalog.current.own.rules() {
        files[url.path(percentEncoded: false)] = try String(contentsOf: url, encoding: .utf8)
      }
      return .success(try PolicyPack(files: files))
    } catch let error as DiagnosticsError {
      return .failure(error)
    } catch {
      return .failure(
        DiagnosticsError([
          Diagnostic(
            code: "policy.files", summary: "Rules cannot be read",
            detail: "The rule files that belong to the program are missing or unreadable: \(error).")
        ]))
    }
  }
}
