import Basics
import Foundation
import Glibc
import TestFolders
import Testing

@testable import SafeFiles

/// Files that are no ordinary ones, and files that others could write.
struct SafeFilesTests {
  private static func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "safe-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { #expect(throws: Never.self) { try RemovedFolder.remove(folder) } }
    try body(folder.path(percentEncoded: false))
  }

  private static func write(_ text: String, to path: String, mode: Int = 0o600) throws {
    try Data(text.utf8).write(to: URL(filePath: path))
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
  }

  @Test func aPipeADeviceAFolderAndALongFileAreRefusedAtOnce() throws {
    try Self.inFolder { folder in
      #expect(mkfifo("\(folder)/pipe", 0o600) == 0)
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/zero", withDestinationPath: "/dev/zero")
      try Self.write(String(repeating: "x", count: 100), to: "\(folder)/long")
      for (name, code) in [
        ("pipe", SafeFileErrorCode.notPlain), ("zero", .notPlain), ("", .notPlain), ("long", .tooLong),
        ("none", .missing),
      ] {
        #expect {
          try PlainFile("\(folder)/\(name)").contents(limit: 99)
        } throws: { ($0 as? SafeFileError)?.code == code }
      }
      #expect(try PlainFile("\(folder)/long").contents(limit: 100).count == 100)
    }
  }

  /// The kernel's files say that they are empty, whatever they hold.
  @Test func aFileThatSaysThatItIsEmptyIsReadToItsEnd() throws {
    let bytes = try PlainFile("/proc/self/status").contents(limit: 1 << 20)
    #expect(!bytes.isEmpty)
    #expect { try PlainFile("/proc/self/status").contents(limit: 10) } throws: {
      ($0 as? SafeFileError)?.code == .tooLong
    }
  }

  @Test(arguments: [0o622, 0o606, 0o666, 0o660])
  func whatOthersMayWriteDecidesNothing(mode: Int) throws {
    try Self.inFolder { folder in
      try Self.write("x", to: "\(folder)/rules", mode: mode)
      #expect { try OwnedFile("\(folder)/rules").contents() } throws: {
        ($0 as? SafeFileError)?.code == .open && "\($0)".contains("chmod go-w")
      }
    }
  }

  @Test func aSecretIsForItsOwnerAlone() throws {
    try Self.inFolder { folder in
      try Self.write("x", to: "\(folder)/key", mode: 0o644)
      let text = try OwnedFile("\(folder)/key").contents()
      #expect(text == Array("x".utf8))
      #expect { try OwnedFile("\(folder)/key").contents(isSecret: true) } throws: {
        "\($0)".contains("chmod go-rwx")
      }
    }
  }

  @Test(arguments: [0o777, 0o775, 0o707])
  func aFolderThatOthersMayWriteDecidesNothing(mode: Int) throws {
    try Self.inFolder { folder in
      let inner = "\(folder)/open/inner"
      try FileManager.default.createDirectory(
        atPath: inner, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try Self.write("x", to: "\(inner)/rules")
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: "\(folder)/open")
      #expect { try OwnedFile("\(inner)/rules").contents() } throws: {
        ($0 as? SafeFileError)?.code == .open && "\($0)".contains("\(folder)/open")
      }
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/link", withDestinationPath: "\(inner)/rules")
      #expect(throws: SafeFileError.self) { try OwnedFile("\(folder)/link").contents() }
      #expect(throws: SafeFileError.self) { try OwnedFile("\(inner)/new").checkFolders() }
    }
  }

  /// The administrator's own files are anybody's to trust, so as the administrator there is nothing to refuse.
  @Test(.enabled(if: geteuid() != 0)) func whatSomebodyElseOwnsDecidesNothing() throws {
    try Self.inFolder { folder in
      try Self.write("x", to: "\(folder)/rules")
      #expect { try OwnedFile("\(folder)/rules", owner: 0).contents() } throws: {
        ($0 as? SafeFileError)?.code == .open
      }
    }
  }

  @Test(.enabled(if: geteuid() == 0)) func whatAPersonOwnsDecidesNothingForTheAdministrator() throws {
    try Self.inFolder { folder in
      try Self.write("x", to: "\(folder)/rules")
      #expect(chown("\(folder)/rules", 12_345, 12_345) == 0)
      #expect { try OwnedFile("\(folder)/rules").contents() } throws: {
        ($0 as? SafeFileError)?.code == .open && "\($0)".contains("user 12345")
      }
    }
  }

  @Test func noFileIsNoWord() throws {
    try Self.inFolder { folder in
      let bytes = try OwnedFile("\(folder)/none").contents()
      #expect(bytes == nil)
    }
  }
}
