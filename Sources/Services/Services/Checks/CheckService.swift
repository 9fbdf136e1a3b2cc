import Basics
import Foundation
import HCL
import ManifestSchemas
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
    /// What is said of the files as they are, where `report` is about the repaired ones.
    package var unrepaired: CheckReport?
    /// The texts before the repair, where they differ.
    package var originals: [String: String] = [:]

    /// The same as it is without the repair, which was not written.
    package var asItIs: Checked {
      guard let unrepaired else { return self }
      return Checked(report: unrepaired, sources: sources.merging(originals) { _, original in original })
    }
  }

  private let shelf: SchemaShelf
  private let kinds: KindShelf
  private let repairs: Bool
  private let answers: Bool

  /// - Parameters:
  ///   - shelf: what configurations are checked against; by default what ships.
  ///   - kinds: what objects of Kubernetes are checked against; by default what ships.
  ///   - repairs: whether what can be repaired for certain is repaired; nothing is written here.
  ///   - answers: whether files and standard input are answers of models, whose code is between words.
  ///   - upgrades: whether configurations are held against the newest version of each provider, whatever they take.
  package init(
    shelf: SchemaShelf = .shipped, kinds: KindShelf = .shipped, repairs: Bool = false, answers: Bool = false,
    upgrades: Bool = false
  ) {
    self.shelf = upgrades ? shelf.ahead : shelf
    self.kinds = kinds
    self.repairs = repairs
    self.answers = answers
  }

  /// With every schema at hand: those that ship, and those the installation's person imported.
  package init(
    installation: Installation, repairs: Bool = false, answers: Bool = false, upgrades: Bool = false
  ) throws {
    self.init(
      shelf: try SchemaService(installation: installation).shelf(),
      kinds: try KindService(installation: installation).shelf(), repairs: repairs, answers: answers,
      upgrades: upgrades)
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
    do {
      let folder = try ConfigurationFolder(path, readsInputs: false)
      if !folder.files.isEmpty {
        return checked(path, sources: folder.sources, finder: FolderFiles(root: path))
      }
      let check = try ManifestFolderCheck(folder: path, kinds: kinds)
      guard !check.isEmpty else {
        return unreadable(path, reason: "The folder has no *.tf, *.tofu, *.tf.json, *.yaml or *.yml files.")
      }
      return Checked(report: check.report(path), sources: check.texts)
    } catch let fault as Diagnostic {
      return unreadable(fault.range?.file ?? path, reason: fault.detail)
    } catch {
      return unreadable(path, reason: "The folder cannot be read.")
    }
  }

  private func file(_ path: String) -> Checked {
    guard let text = Self.text(path) else {
      return unreadable(path, reason: "It is not a file of UTF-8 text that can be read.")
    }
    return check(text, name: path)
  }

  private func check(_ text: String, name: String) -> Checked {
    if answers {
      return checked(
        name, sources: ConfigurationSources(files: [name: ModelAnswer(text).configuration]), finder: nil)
    }
    if name.hasSuffix(".json") && !name.hasSuffix(".tf.json") || text.first == "{" && !name.contains(".tf") {
      return document(text, name: name)
    }
    if SourceFile.isYAML(name) || name == "-" && ManifestFolderCheck.looksLikeManifest(text) {
      return manifests(text, name: name)
    }
    return checked(name, sources: ConfigurationSources(files: [name: text]), finder: nil)
  }

  private func manifests(_ text: String, name: String) -> Checked {
    do {
      let check = try ManifestFolderCheck(texts: [name: text], kinds: kinds)
      return Checked(report: check.report(name), sources: check.texts)
    } catch {
      return unreadable(name, reason: "\(error)")
    }
  }

  /// A plan or a state: nothing in it can be invalid as configuration, so what is checked is that it is one.
  private func document(_ text: String, name: String) -> Checked {
    do {
      let document = try JSONValue(parsing: text)
      if document["resource_changes"] != nil || document["planned_values"] != nil { _ = try Plan(document) }
      if document["apiVersion"]?.string != nil, document["kind"]?.string != nil {
        return manifests(text, name: name)
      }
      let isKnown = document["format_version"] != nil || document["lineage"] != nil
      guard isKnown else { return unreadable(name, reason: "The document is neither a plan nor a state.") }
      return Checked(
        report: CheckReport(path: name, verdict: .valid, checked: [], unchecked: [], findings: []),
        sources: [name: text])
    } catch {
      return unreadable(name, reason: "\(error)")
    }
  }

  private func checked(_ path: String, sources: ConfigurationSources, finder: FolderFiles?) -> Checked {
    let validator = ConfigurationValidator(shelf: shelf, finder: finder, isWhole: finder != nil)
    let before = validator.validate(sources)
    guard before.verdict == .invalid else {
      return Checked(report: report(path, result: before), sources: sources.files)
    }
    let repair = ConfigurationRepair(validator, keepsMeaning: !answers).repair(sources, found: before)
    guard repairs else {
      return Checked(
        report: report(path, result: before, fixes: repair.steps, offers: repair.offered),
        sources: sources.files)
    }
    let changed = repair.files.filter { sources.files[$0.key] != $0.value }
    var checked = Checked(
      report: report(path, result: repair.report, offers: repair.offered), sources: repair.files)
    checked.repaired = changed
    checked.originals = sources.files.filter { changed[$0.key] != nil }
    checked.unrepaired = report(path, result: before, fixes: repair.steps, offers: repair.offered)
    checked.report.repairs = repair.steps.map { "\($0.range): \($0.reason)" }
    return checked
  }

  /// - Parameters:
  ///   - fixes: what a repair would do.
  ///   - offers: what it could do beside, and would lose something that was written.
  private func report(
    _ path: String, result: ValidationReport, fixes: [RepairStep] = [], offers: [RepairStep] = []
  ) -> CheckReport {
    let verdict: CheckReport.Verdict =
      switch result.verdict {
      case .valid: .valid
      case .invalid: .invalid
      case .notChecked: .notChecked
      }
    return CheckReport(
      path: path, verdict: verdict, checked: result.checked, unchecked: result.unchecked,
      findings: result.diagnostics.map { diagnostic in
        CheckReport.Finding(
          diagnostic, fix: Self.step(for: diagnostic, in: fixes)?.reason,
          offer: Self.step(for: diagnostic, in: offers)?.reason)
      })
  }

  private static func step(for diagnostic: Diagnostic, in steps: [RepairStep]) -> RepairStep? {
    steps.first { step in
      step.range.file == diagnostic.range?.file && step.range.start.line == diagnostic.range?.start.line
    }
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
}
