import Basics
import Evidence
import Foundation
import HCL
import Masking
import SafeFiles
import Vocabulary

/// The configuration that a request is to change, as a bundle would hold it.
struct BaseConfiguration {
  /// Files of the folder and of folders below it, under the folder of their format, without their secrets.
  var files: [Artifact] { lines.files }
  let lines: MaskedLines
  private let path: String

  /// More than this is no configuration that somebody changes in a sentence.
  private static let longest = 4 * 1024 * 1024

  /// - Throws: `RequestError` where the folder has no configuration, calls modules outside of itself, or is too large.
  /// - Parameter mask: what is a secret and stays out of all records.
  init(folder path: String, mask: SecretMask) throws {
    self.path = path
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder else {
      throw Self.refused(path, reason: "There is no such folder.")
    }
    let root = RelativePath.normalized(path)
    let configuration = try ConfigurationFolder(path, readsInputs: false)
    var files: [Artifact] = []
    var size = 0
    for (file, text) in configuration.ownFiles.sorted(by: { $0.key < $1.key }) {
      guard let name = Self.name(of: file, in: root) else {
        throw Self.refused(
          path, reason: "It calls a module outside of it, \(file); name the folder that holds both.")
      }
      size += text.utf8.count
      files.append(Artifact(path: ArtifactFormat.openTofu.path(of: name), content: text))
    }
    for (name, text) in Self.texts(beside: files, in: root) {
      size += text.utf8.count
      files.append(Artifact(path: ArtifactFormat.openTofu.path(of: name), content: text))
    }
    guard files.contains(where: { ArtifactFormat.openTofu.names($0.path) }) else {
      throw Self.refused(path, reason: "It has no *.tf or *.tofu files.")
    }
    guard size <= Self.longest else {
      throw Self.refused(path, reason: "Its files have \(size) bytes; at most \(Self.longest) are read.")
    }
    lines = try MaskedLines(files, mask: mask)
  }

  /// What the checks say of it as it is, as ids of findings; the brief says how many there are.
  /// - Throws: `RequestError` where it is not valid as it is: a change of it could not be told from what was wrong before.
  func known(beside brief: inout Brief) throws -> [String] {
    let evidence = try OfflineChecks().evidence(
      for: try lines.restored(files), brief: Brief(title: "", requirements: []))
    if let failed = evidence.validation.first(where: { $0.status == .failed }) {
      throw Self.refused(
        path, reason: "It is not valid as it is (\(failed.detail)); `consilium check \(path)` says more.")
    }
    let failing = evidence.findings.filter { $0.outcome == .fail }
    if !failing.isEmpty {
      brief.assumptions.append(
        "\(failing.count) findings of the configuration as it is stay; `consilium review \(path)` lists them."
      )
    }
    return evidence.findings.map(\.id)
  }

  /// The path below the folder; nil for files elsewhere.
  private static func name(of file: String, in root: String) -> String? {
    if root == "." { return file.hasPrefix("../") || file.hasPrefix("/") ? nil : file }
    let prefix = "\(root)/"
    return file.hasPrefix(prefix) ? String(file.dropFirst(prefix.count)) : nil
  }

  /// Texts that the configuration speaks of by name, as templates and policies; no values of variables and no states.
  private static func texts(beside files: [Artifact], in root: String) -> [(name: String, text: String)] {
    guard let walk = FileManager.default.enumerator(atPath: root) else { return [] }
    let known = Set(files.map(\.path))
    let words = files.map(\.content).joined(separator: "\n")
    var found: [(name: String, text: String)] = []
    while let name = walk.nextObject() as? String {
      let last = name.split(separator: "/").last.map(String.init) ?? name
      if last.hasPrefix(".") {
        walk.skipDescendants()
        continue
      }
      guard !known.contains(ArtifactFormat.openTofu.path(of: name)), words.contains(last),
        !last.hasSuffix(".tfvars"), !last.contains(".tfstate"),
        let bytes = try? PlainFile(RelativePath.joined(root, with: name)).contents(limit: 256 * 1024),
        let text = String(validating: bytes, as: UTF8.self)
      else { continue }
      found.append((name, text))
    }
    return found.sorted { $0.name < $1.name }
  }

  private static func refused(_ path: String, reason: String) -> RequestError {
    RequestError(
      .unusableBase, summary: "The configuration cannot be changed", detail: "\(path): \(reason)")
  }
}
