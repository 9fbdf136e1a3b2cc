import Basics
import Bundles
import FoundationEssentials
import Testing
import Vocabulary

struct BundleFolderTests {
  private static func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "bundle-\(UInt64.random(in: 0..<UInt64.max))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { do { try FileManager.default.removeItem(at: folder) } catch { Issue.record(error) } }
    try body(folder.path(percentEncoded: false))
  }

  private static let files = [
    Artifact(path: "infrastructure/main.tf", content: "# a\n"), Artifact(path: "report.md", content: "# r\n"),
  ]

  @Test func whatIsWrittenIsReadBack() throws {
    try Self.withFolder { folder in
      let bundle = BundleFolder(path: "\(folder)/deep/out")
      try bundle.prepare()
      try bundle.write(Self.files, run: "run-1")
      let read = try bundle.read()
      #expect(read.files == Self.files)
      #expect(read.manifest.run == "run-1")
      #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder)/deep") == ["out"])
    }
  }

  @Test func aChangedOrMissingFileIsFound() throws {
    try Self.withFolder { folder in
      let bundle = BundleFolder(path: "\(folder)/out")
      try bundle.write(Self.files, run: "run-1")
      try Data("# b\n".utf8).write(to: URL(filePath: "\(folder)/out/infrastructure/main.tf"))
      #expect { try bundle.read() } throws: { ($0 as? BundleError)?.code == .changed }
      try FileManager.default.removeItem(atPath: "\(folder)/out/infrastructure/main.tf")
      #expect { try bundle.read() } throws: { "\($0)".contains("missing") }
    }
  }

  @Test func aFolderWithFilesIsLeftAlone() throws {
    try Self.withFolder { folder in
      try Data("mine".utf8).write(to: URL(filePath: "\(folder)/notes.txt"))
      #expect { try BundleFolder(path: folder).prepare() } throws: { ($0 as? BundleError)?.code == .occupied }
      #expect(throws: BundleError.self) { try BundleFolder(path: "\(folder)/notes.txt").prepare() }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["notes.txt"])
    }
  }

  @Test func nothingIsLeftWhereItCannotWrite() throws {
    try Self.withFolder { folder in
      let files = Self.files + [Artifact(path: "report.md/below-a-file", content: "")]
      let bundle = BundleFolder(path: "\(folder)/out")
      #expect(throws: BundleError.self) { () throws in try bundle.write(files, run: "run-1") }
      let left = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(left.isEmpty)
    }
  }

  @Test func filesThatCameWhileTheRunWasAtWorkAreLeftAlone() throws {
    try Self.withFolder { folder in
      let bundle = BundleFolder(path: "\(folder)/out")
      try bundle.prepare()
      try FileManager.default.createDirectory(
        atPath: "\(folder)/out/photos", withIntermediateDirectories: true)
      try Data("mine".utf8).write(to: URL(filePath: "\(folder)/out/photos/thesis.txt"))
      #expect { () throws in try bundle.write(Self.files, run: "run-1") } throws: {
        ($0 as? BundleError)?.code == .occupied
      }
      #expect(FileManager.default.contents(atPath: "\(folder)/out/photos/thesis.txt") == Data("mine".utf8))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["out"])
      #expect(try !bundle.holds(run: "run-1"))
    }
  }

  @Test func aFileInThePlaceOfTheFolderIsLeftAlone() throws {
    try Self.withFolder { folder in
      try Data("mine".utf8).write(to: URL(filePath: "\(folder)/out"))
      #expect { () throws in try BundleFolder(path: "\(folder)/out").write(Self.files, run: "run-1")
      } throws: {
        ($0 as? BundleError)?.code == .occupied
      }
      #expect(FileManager.default.contents(atPath: "\(folder)/out") == Data("mine".utf8))
    }
  }

  @Test func ofManyWritersOneWinsAndTheOthersSaySo() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "bundle-\(UInt64.random(in: 0..<UInt64.max))"
    ).path(percentEncoded: false)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { do { try FileManager.default.removeItem(atPath: folder) } catch { Issue.record(error) } }
    let ends = await withTaskGroup(of: (run: String, code: BundleErrorCode?).self) { group in
      for number in 1...8 {
        group.addTask {
          do throws(BundleError) {
            try BundleFolder(path: "\(folder)/out").write(Self.files, run: "run-\(number)")
            return ("run-\(number)", nil)
          } catch {
            return ("run-\(number)", error.code)
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    let winners = ends.filter { $0.code == nil }
    #expect(winners.count == 1)
    #expect(ends.filter { $0.code == .occupied }.count == 7)
    #expect(try BundleFolder(path: "\(folder)/out").read().manifest.run == winners.first?.run)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["out"])
  }

  @Test func anEmptyFolderBehindALinkIsFilled() throws {
    try Self.withFolder { folder in
      try FileManager.default.createDirectory(atPath: "\(folder)/real", withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/link", withDestinationPath: "\(folder)/real")
      let bundle = BundleFolder(path: "\(folder)/link")
      try bundle.prepare()
      try bundle.write(Self.files, run: "run-1")
      #expect(try BundleFolder(path: "\(folder)/real").holds(run: "run-1"))
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/link") == "\(folder)/real")
    }
  }
}
