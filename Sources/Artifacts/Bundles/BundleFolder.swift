import Basics
import Digests
import FoundationEssentials
import Glibc
import Vocabulary

/// A bundle on disk: written whole or not at all.
package struct BundleFolder: Sendable {
  package let path: String

  package init(path: String) {
    self.path = path
  }

  /// The same folder named from the root, so that it is found from any working directory.
  package var absolute: BundleFolder {
    let full = URL(filePath: path).standardizedFileURL.path(percentEncoded: false)
    return BundleFolder(path: full.count > 1 && full.hasSuffix("/") ? String(full.dropLast()) : full)
  }

  /// Throws when the folder has files already or its parent cannot be written, before any work is done for it.
  package func prepare() throws(BundleError) {
    if !(try entries().isEmpty) {
      throw BundleError(
        .occupied, summary: "The output folder is not empty",
        detail: "\(path) has files already and was left as it is. Name a new or empty folder with --output.")
    }
    let target = resolved
    let parent = Self.existing(target.deletingLastPathComponent())
    if FileManager.default.fileExists(atPath: path), Self.device(of: target) != Self.device(of: parent) {
      throw BundleError(
        .cannotWrite, summary: "The output folder cannot be written",
        detail:
          "\(path) is a file system of its own, and a bundle is moved into place in one step. Name a folder inside it with --output."
      )
    }
    // Only trying tells: permissions say nothing of a read-only or special file system.
    let trial = parent.appending(path: ".consilium-\(UInt32.random(in: 0..<UInt32.max))")
    do {
      try FileManager.default.createDirectory(at: trial, withIntermediateDirectories: false)
      try FileManager.default.removeItem(at: trial)
    } catch {
      throw BundleError(
        .cannotWrite, summary: "The output folder cannot be written",
        detail:
          "\(parent.path(percentEncoded: false)): \(Self.reason(error)). Name another folder with --output.")
    }
  }

  /// Whether the folder holds the bundle of this run; it is there whole or not at all.
  package func holds(run: String) throws(BundleError) -> Bool {
    guard FileManager.default.fileExists(atPath: "\(path)/bundle.json") else { return false }
    return try manifest().run == run
  }

  /// Writes the files and `bundle.json` beside the target and moves them there in one step, which only succeeds where
  /// nothing or an empty folder is at that moment.
  /// - Parameter vetoes: who refuses the bundle and why.
  /// - Throws: `occupied` where the folder has files now; it is left as it is, and so is everything in it.
  package func write(_ files: [Artifact], run: String, vetoes: [String] = []) throws(BundleError) {
    let target = resolved
    let mark = String(UInt32.random(in: 0..<UInt32.max), radix: 36)
    let temporary = target.deletingLastPathComponent()
      .appending(path: ".\(target.lastPathComponent).\(run.suffix(8)).\(mark).partial")
    let failure: BundleError
    do {
      let manager = FileManager.default
      try manager.createDirectory(at: temporary, withIntermediateDirectories: true)
      let manifest = try JSONValue(encoding: BundleManifest(run: run, files: files, vetoes: vetoes)).pretty
      for file in files + [Artifact(path: "bundle.json", content: manifest)] {
        let place = temporary.appending(path: file.path)
        try manager.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.content.utf8).write(to: place)
      }
      // The system's own rename takes the place of nothing or of an empty folder, and refuses anything else: there is
      // no moment between the look and the move.
      guard rename(temporary.path(percentEncoded: false), target.path(percentEncoded: false)) != 0 else {
        return
      }
      failure = refusal(errno, run: run)
    } catch {
      failure = BundleError(
        .cannotWrite, summary: "The output folder cannot be written",
        detail: "\(path): \(Self.reason(error)). Nothing was left.")
    }
    do {
      if FileManager.default.fileExists(atPath: temporary.path(percentEncoded: false)) {
        try FileManager.default.removeItem(at: temporary)
      }
    } catch {
      throw BundleError(
        failure.code, summary: failure.summary,
        detail: "\(failure.detail) A part is left in \(temporary.lastPathComponent); remove it.")
    }
    throw failure
  }

  private func refusal(_ code: Int32, run: String) -> BundleError {
    guard [ENOTEMPTY, EEXIST, ENOTDIR].contains(code) else {
      return BundleError(
        .cannotWrite, summary: "The output folder cannot be written",
        detail: "\(path): \(String(cString: strerror(code))). Nothing was left.")
    }
    return BundleError(
      .occupied, summary: "The output folder is no longer empty",
      detail:
        "\(path) got files while the run was at work; they were left as they are and the bundle was not written. Move them away and `consilium resume \(run)`, or `consilium replay \(run) --output NEW-FOLDER`: nobody is asked again."
    )
  }

  /// Reads `bundle.json` alone.
  package func manifest() throws(BundleError) -> BundleManifest {
    guard let data = FileManager.default.contents(atPath: "\(path)/bundle.json") else {
      throw BundleError(
        .cannotRead, summary: "The folder is not a bundle",
        detail: "\(path) has no bundle.json that can be read. `consilium ask` writes bundles.")
    }
    do {
      return try JSONValue(parsing: Array(data)).decoded(as: BundleManifest.self)
    } catch {
      throw BundleError(
        .cannotRead, summary: "The bundle's list cannot be read", detail: "\(path)/bundle.json: \(error)")
    }
  }

  /// Reads every file that `bundle.json` names. Throws `changed` where one is not what was written.
  package func read() throws(BundleError) -> (manifest: BundleManifest, files: [Artifact]) {
    let manifest = try manifest()
    var files: [Artifact] = []
    for entry in manifest.files {
      guard !entry.path.hasPrefix("/"), !entry.path.split(separator: "/").contains("..") else {
        throw BundleError(
          .changed, summary: "The bundle names a file outside",
          detail: "\(path)/bundle.json names \(entry.path).")
      }
      guard let content = FileManager.default.contents(atPath: "\(path)/\(entry.path)") else {
        throw BundleError(
          .changed, summary: "A file of the bundle is missing",
          detail: "\(path)/\(entry.path) cannot be read.")
      }
      guard Digest(of: content).hexadecimal == entry.sha256 else {
        throw BundleError(
          .changed, summary: "A file of the bundle was changed",
          detail:
            "\(path)/\(entry.path) is not what bundle.json says. If the change is wanted, plan the folder of its files instead."
        )
      }
      files.append(Artifact(path: entry.path, content: String(decoding: content, as: UTF8.self)))
    }
    return (manifest, files)
  }

  private func entries() throws(BundleError) -> [String] {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return [] }
    guard isFolder else {
      throw BundleError(
        .occupied, summary: "The output folder is a file",
        detail: "\(path) is a file. Name a folder with --output.")
    }
    do {
      return try FileManager.default.contentsOfDirectory(atPath: path)
    } catch {
      throw BundleError(
        .cannotRead, summary: "The output folder cannot be read", detail: "\(path): \(Self.reason(error))")
    }
  }

  /// The folder itself where the path leads there by a link: what is moved into place has to be beside it.
  private var resolved: URL {
    let url = URL(filePath: path).standardizedFileURL
    guard FileManager.default.fileExists(atPath: path) else { return url }
    return url.resolvingSymlinksInPath()
  }

  /// The nearest folder above that is there.
  private static func existing(_ folder: URL) -> URL {
    var url = folder
    while !FileManager.default.fileExists(atPath: url.path(percentEncoded: false)),
      url.path(percentEncoded: false) != "/"
    {
      url = url.deletingLastPathComponent()
    }
    return url
  }

  /// The number of the file system; nil where it cannot be told.
  private static func device(of url: URL) -> dev_t? {
    var status = stat()
    return stat(url.path(percentEncoded: false), &status) == 0 ? status.st_dev : nil
  }

  private static func reason(_ error: any Error) -> String {
    guard let error = error as? CocoaError else { return "\(error)" }
    return switch error.code {
    case .fileWriteOutOfSpace: "the disk is full"
    case .fileWriteNoPermission, .fileReadNoPermission: "you may not write there"
    case .fileWriteVolumeReadOnly: "the file system is read-only"
    default: "\(error.code)"
    }
  }
}
