import Records
import Basics
import Bundles
import Digests
import ExternalTools
import FoundationEssentials
import Masking
import Store
import Vocabulary

/// Commits bundles to Git, where others apply them.
struct Publishing: Sendable {
  let archive: PlanArchive
  let trail: DeliveryTrail
  /// The person's; git gets an allow-list of it.
  let environment: [String: String]

  /// Commits a bundle to a branch: its files under one path, replaced as a whole, with the report's summary and every
  /// digest in the message. Nothing is pushed unless told.
  /// - Parameters:
  ///   - target: a run, the beginning of its id, or the bundle's folder.
  ///   - place: a repository's folder, or an address that git understands.
  ///   - branch: made where there is none; by default `consilium/RUN`.
  ///   - path: the folder in the repository; by default the bundle's name.
  func publish(
    _ target: String, to place: String, branch: String?, path: String?, push: Bool, git: String
  ) async throws -> Publication {
    let folder = BundleFolder(path: try await archive.folder(of: target)).absolute
    let bundle = try folder.read()
    let branch = branch ?? "consilium/\(bundle.manifest.run)"
    let path = path ?? URL(filePath: folder.path).lastPathComponent
    guard !path.hasPrefix("/"), !path.hasPrefix("-"), !path.split(separator: "/").contains("..") else {
      throw DeliveryError(
        .publishFailed, summary: "The path leads out of the repository",
        detail: "Name a folder inside it, not \(path).")
    }
    let scratch = "\(archive.home)/publications/\(RunIdentifier.make(at: trail.now()))"
    try archive.workspace(of: folder.path).makeFolder(scratch)
    let repository = try await repository(place, scratch: scratch, git: git)
    let session = GitSession(
      git: git, repository: repository, index: "\(scratch)/index", inherited: environment,
      mask: trail.mask)
    try await session.run(["check-ref-format", "--branch", branch])
    let commit = try await commit(
      bundle.files + [try manifest(folder)], manifest: bundle.manifest, branch: branch, path: path,
      session: session)
    if push { try await session.run(["push", "origin", "refs/heads/\(branch)"]) }
    try await trail.record(
      .published, subject: bundle.manifest.run, detail: "\(commit) on \(branch)\(push ? ", pushed" : "")")
    return Publication(repository: repository, branch: branch, commit: commit, isPushed: push)
  }

  /// The repository on this machine: the folder itself, or a private clone.
  private func repository(_ place: String, scratch: String, git: String) async throws -> String {
    var isFolder = false
    if FileManager.default.fileExists(atPath: place, isDirectory: &isFolder), isFolder {
      return URL(filePath: place).standardizedFileURL.path(percentEncoded: false)
    }
    guard !place.hasPrefix("-") else {
      throw DeliveryError(.publishFailed, summary: "No repository", detail: "'\(place)' is not a repository.")
    }
    let session = GitSession(
      git: git, repository: scratch, index: "\(scratch)/index", inherited: environment,
      mask: trail.mask)
    try await session.run(["clone", "--bare", "--quiet", "--", place, "\(scratch)/repository.git"])
    return "\(scratch)/repository.git"
  }

  private func commit(
    _ files: [Artifact], manifest: BundleManifest, branch: String, path: String, session: GitSession
  ) async throws -> String {
    let tip = try await session.commit(of: "refs/heads/\(branch)")
    let parent = if let tip { tip } else { try await session.commit(of: "HEAD") }
    if let parent { try await session.run(["read-tree", parent]) }
    try await session.run(["rm", "-r", "--cached", "--quiet", "--ignore-unmatch", "--", path])
    var entries = ""
    for file in files {
      let blob = try await session.run(["hash-object", "-w", "--stdin"], input: file.content)
      entries += "100644 \(blob)\t\(path)/\(file.path)\n"
    }
    try await session.run(["update-index", "--add", "--index-info"], input: entries)
    let tree = try await session.run(["write-tree"])
    let commit = try await session.run(
      ["commit-tree", tree] + (parent.map { ["-p", $0] } ?? []), input: message(files, manifest: manifest))
    try await session.run([
      "update-ref", "refs/heads/\(branch)", commit, tip ?? String(repeating: "0", count: 40),
    ])
    return commit
  }

  private func manifest(_ folder: BundleFolder) throws -> Artifact {
    let data = try Data(contentsOf: URL(filePath: "\(folder.path)/bundle.json"))
    return Artifact(path: "bundle.json", content: String(decoding: data, as: UTF8.self))
  }

  /// Title, verdict and price from the report, then a trailer for the run and one for each file.
  private func message(_ files: [Artifact], manifest: BundleManifest) -> String {
    let report = files.first { $0.path == "report.json" }.flatMap { JSONValue.document($0.content) }
    let title = report?["title"]?.string ?? report?["brief"]?["title"]?.string ?? "Consilium bundle"
    var lines = [title, ""]
    if let summary = files.first(where: { $0.path == "report.md" })?.content {
      let beginning = Self.beginning(of: summary)
      lines += [
        (beginning.hasPrefix(title) ? String(beginning.dropFirst(title.count)) : beginning).trimmed, "",
      ]
    }
    lines.append("Consilium-Run: \(manifest.run)")
    lines += manifest.files.map { "Consilium-Digest: sha256:\($0.sha256) \($0.path)" }
    return trail.mask.masked(lines.joined(separator: "\n")) + "\n"
  }

  /// The report's first section, at most 60 lines.
  private static func beginning(of report: String) -> String {
    let lines = report.split(separator: "\n", omittingEmptySubsequences: false)
    let sections = lines.indices.filter { lines[$0].hasPrefix("## ") }
    let end = sections.count > 1 ? sections[1] : lines.count
    return lines[..<min(end, 60)].map {
      $0.hasPrefix("#") ? String($0.drop { $0 == "#" || $0 == " " }) : String($0)
    }
    .joined(separator: "\n").trimmed
  }
}
