import Basics
import Digests
import FoundationEssentials
import Glibc

/// The private folder in which the tool works for one configuration folder: files, state and lock live here, for the
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

  /// Makes the folder, for the owner only.
  func make() throws {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw DeliveryError(
        .cannotWrite, summary: "The workspace cannot be written", detail: "\(path): \(error)")
    }
  }

  /// Makes the folder hold exactly these files besides the tool's own; only while it is locked.
  func fill(with files: [String: String], settings: String) throws {
    let manager = FileManager.default
    do {
      for name in try manager.contentsOfDirectory(atPath: path)
      where
        (name.hasSuffix(".tf") || name.hasSuffix(".json") || name.hasSuffix(".tfvars")
        || name.hasSuffix(".tofu"))
        && files[name] == nil && !name.hasPrefix("terraform.tfstate")
      {
        try manager.removeItem(atPath: "\(path)/\(name)")
      }
      for (name, content) in files { try write(content, to: "\(path)/\(name)") }
      try write(settings, to: settingsFile)
    } catch {
      throw DeliveryError(
        .cannotWrite, summary: "The workspace cannot be written", detail: "\(path): \(error)")
    }
  }

  private func write(_ content: String, to file: String) throws {
    try Data(content.utf8).write(to: URL(filePath: file), options: .atomic)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
  }

  /// Serial and lineage of the state; nil before the first apply. An unreadable state is an error, never "no state".
  func stateIdentity() throws -> StateIdentity? {
    guard FileManager.default.fileExists(atPath: stateFile) else { return nil }
    return try StateIdentity(file: stateFile)
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
}
