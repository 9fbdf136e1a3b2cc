import Basics
import Digests
import FoundationEssentials
import Glibc
import SafeFiles

/// The private folder in which the tools work for one configuration folder: files, state and lock live here, for the
/// owner only.
package struct Workspace: Sendable {
  package let path: String

  /// - Parameters:
  ///   - home: where workspaces are kept.
  ///   - folder: the absolute path of the configuration folder; one folder, one workspace.
  package init(home: String, folder: String) {
    path = "\(home)/workspaces/\(Digest(of: folder).short)"
  }

  package var dataFolder: String { "\(path)/.terraform" }
  package var stateFile: String { "\(path)/terraform.tfstate" }
  package var lockFile: String { "\(path)/.terraform.lock.hcl" }
  package var settingsFile: String { "\(path)/tool.tfrc" }
  package var manifestFolder: String { "\(path)/.manifests" }

  /// Makes the folder, for the owner only.
  /// - Throws: `DeliveryError` where it is a link, or others could put something in its place.
  func make() throws {
    try writing {
      var status = stat()
      if lstat(path, &status) == 0, status.st_mode & S_IFMT != S_IFDIR || status.st_uid != geteuid() {
        throw DeliveryError(
          .cannotWrite, summary: "The workspace cannot be used",
          detail:
            "\(path) is a link, no folder, or somebody else's. Take it away; the next plan makes it anew.")
      }
      try OwnedFile("\(path)/file").checkFolders()
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
    }
  }

  /// Makes the folder hold exactly these files besides the tool's own; only while it is locked.
  func fill(with configuration: Configuration, settings: String) throws {
    let manager = FileManager.default
    try writing {
      for name in try manager.contentsOfDirectory(atPath: path)
      where !name.hasPrefix(".") && !name.contains(".tfstate") {
        try manager.removeItem(atPath: "\(path)/\(name)")
      }
      if manager.fileExists(atPath: manifestFolder) { try manager.removeItem(atPath: manifestFolder) }
      for (name, content) in configuration.infrastructure { try write(content, to: "\(path)/\(name)") }
      for (name, content) in configuration.manifests { try write(content, to: "\(manifestFolder)/\(name)") }
      try write(Data(settings.utf8), to: settingsFile)
    }
  }

  /// Writes one file for the owner only, with the folders above it.
  func write(_ content: Data, to file: String) throws {
    let place = URL(filePath: file)
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    try content.write(to: place, options: .atomic)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
  }

  /// Makes any folder for the owner only.
  func makeFolder(_ folder: String) throws {
    try writing {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }
  }

  /// State and its copy are the owner's alone, whatever the tool's umask was.
  func secureState() throws {
    for name in ["terraform.tfstate", "terraform.tfstate.backup"] {
      let file = "\(path)/\(name)"
      if FileManager.default.fileExists(atPath: file) {
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
      }
    }
  }

  /// Runs `body` while no other executor works in this workspace. The lock is the system's: it goes with the process.
  func locked<Value>(_ body: () async throws -> Value) async throws -> Value {
    let descriptor = open("\(path)/.consilium.lock", O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw DeliveryError(
        .cannotWrite, summary: "The workspace cannot be locked", detail: "\(path) cannot be written.")
    }
    // Unlocked by name: a child that is just being started shares the descriptor until it has become another program.
    defer {
      flock(descriptor, LOCK_UN)
      close(descriptor)
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      throw DeliveryError(
        .workspaceBusy, summary: "The workspace is in use",
        detail: "Another plan or apply works in \(path). Wait for it to end; its lock is never broken.")
    }
    return try await body()
  }

  private func writing(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch let error as DeliveryError {
      throw error
    } catch {
      throw DeliveryError(
        .cannotWrite, summary: "The workspace cannot be written", detail: "\(path): \(error)")
    }
  }
}
