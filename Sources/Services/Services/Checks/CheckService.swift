import Basics
import Foundation
import HCL
import ProviderSchemas
import ResourceGraph
import Validation
import Repair
import Reporting

/// Checks configurations as `tofu validate` would, without provider, network or credentials.
package struct CheckService: Sendable {
  /// What a path held.
  package struct Checked: Sendable {
    package var report: CheckReport
    /// The texts that were checked, by the path messages name them with.
    package let sources: [String: String]
    /// The texts as a repair left them, where one was asked for and changed something.
    package var repaired: [String: String] = [:]
  }

  private let schemas: [ProviderSchema]
  private let repairs: Bool
  private let answers: Bool

  /// - Parameters:
  ///   - schemas: what is checked against; by default what ships.
  ///   - repairs: whether what can be repaired for certain is repaired; nothing is written here.
  ///   - answers: whether files and standard input are answers of models, whose code is between words.
  package init(schemas: [ProviderSchema]? = nil, repairs: Bool = false, answers: Bool = false) {
    self.schemas = schemas ?? ProviderSchema.shipped
    self.repairs = repairs
    self.answers = answers
  }

  /// With every schema at hand: those that ship, and those the installation's person imported.
  package init(installation: Installation, repairs: Bool = false, answers: Bool = false) throws {
    self.init(
      schemas: try SchemaService(installation: installation).schemas(), repairs: repairs, answers: answers)
  }

  /// A folder (its root module), a file of configuration, or plan or state JSON.
  package func check(_ path: String) -> Checked {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      return unreadable(path, reason: "There is no such file or folder.")
    }
    return isFolder ? folder(path) : file(path)
  }

  /// A text from standard input.
  package func check(text: [UInt8], name: String) -> Checked {
    guard let text = String(validating: text, as: UTF8.self) else {
      return unreadable(name, reason: "It is not UTF-8 text.")
    }
    return check(text, name: name)
  }

  private func folder(_ path: String) -> Checked {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    } catch {
      return unreadable(path, reason: "The folder cannot be read.")
    }
    var sources: [String: String] = [:]
    for name in names where Self.isConfiguration(name) {
      let file = path == "." ? name : "\(path.hasSuffix("/") ? String(path.dropLast()) : path)/\(name)"
      guard let text = Self.text(file) else {
        return unreadable(file, reason: "It is not a file of UTF-8 text that can be read.")
      }
      sources[file] = text
    }
    guard !sources.isEmpty else {
      return unreadable(path, reason: "The folder has no *.tf, *.tofu or *.tf.json files.")
    }
    return checked(path, sources: sources, siblings: Self.siblings(of: path))
  }

  private func file(_ path: String) -> Checked {
    guard let text = Self.text(path) else {
      return unreadable(path, reason: "It is not a file of UTF-8 text that can be read.")
    }
    return check(text, name: path)
  }

  private func check(_ text: String, name: String) -> Checked {
    if answers { return checked(name, sources: [name: ModelAnswer(text).configuration], siblings: nil) }
    if name.hasSuffix(".json") && !name.hasSuffix(".tf.json") || text.first == "{" && !name.contains(".tf") {
      return document(text, name: name)
    }
    return checked(name, sources: [name: text], siblings: nil)
  }

  /// A plan or a state: nothing in it can be invalid as configuration, so what is checked is that it is one.
  private func document(_ text: String, name: String) -> Checked {
    do {
      let document = try JSONValue(parsing: text)
      if document["resource_changes"] != nil || document["planned_values"] != nil { _ = try Plan(document) }
      let isKnown = document["format_version"] != nil || document["lineage"] != nil
      guard isKnown else { return unreadable(name, reason: "The document is neither a plan nor a state.") }
      return Checked(
        report: CheckReport(path: name, verdict: .valid, checked: [], unchecked: [], findings: []),
        sources: [name: text])
    } catch {
      return unreadable(name, reason: "\(error)")
    }
  }

  private func checked(_ path: String, sources: [String: String], siblings: Set<String>?) -> Checked {
    let before = ConfigurationValidator(schemas: schemas, siblings: siblings).validate(files: sources)
    guard before.verdict == .invalid else {
      return Checked(report: report(path, result: before, steps: []), sources: sources)
    }
    let repair = ConfigurationRepair(schemas: schemas, siblings: siblings).repair(sources)
    guard repairs else {
      return Checked(report: report(path, result: before, steps: repair.steps), sources: sources)
    }
    let changed = repair.files.filter { sources[$0.key] != $0.value }
    var checked = Checked(report: report(path, result: repair.report, steps: []), sources: repair.files)
    checked.repaired = changed
    checked.report.repairs = repair.steps.map { "\($0.range): \($0.reason)" }
    return checked
  }

  private func report(_ path: String, result: ValidationReport, steps: [RepairStep]) -> CheckReport {
    let verdict: CheckReport.Verdict =
      switch result.verdict {
      case .valid: .valid
      case .invalid: .invalid
      case .notChecked: .notChecked
      }
    return CheckReport(
      path: path, verdict: verdict, checked: result.checked, unchecked: result.unchecked,
      findings: result.diagnostics.map { diagnostic in
        let fix = steps.first { step in
          step.range.file == diagnostic.range?.file && step.range.start.line == diagnostic.range?.start.line
        }
        return CheckReport.Finding(diagnostic, fix: fix?.reason)
      })
  }

  /// The files that expressions may read, by their path from the folder.
  private static func siblings(of folder: String) -> Set<String>? {
    guard let names = FileManager.default.enumerator(atPath: folder) else { return nil }
    var paths: Set<String> = []
    while let name = names.nextObject() as? String, paths.count < 10_000 {
      if name.hasPrefix(".terraform") { continue }
      paths.insert(name)
    }
    return paths
  }

  private func unreadable(_ path: String, reason: String) -> Checked {
    let diagnostic = Diagnostic(
      code: "check.unreadable", summary: "Cannot be read", detail: reason, range: SourceRange(file: path))
    return Checked(
      report: CheckReport(
        path: path, verdict: .unreadable, checked: [], unchecked: [],
        findings: [CheckReport.Finding(diagnostic)]),
      sources: [:])
  }

  private static func text(_ path: String) -> String? {
    do {
      return try SourceFile.text(path, code: "check.unreadable")
    } catch {
      // Whoever asks says that the file cannot be read.
      return nil
    }
  }

  private static func isConfiguration(_ name: String) -> Bool {
    !name.hasPrefix(".") && !name.hasSuffix("~")
      && SourceFile.isConfiguration(name)
  }
}
