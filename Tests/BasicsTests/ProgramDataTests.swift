import Basics
import Foundation
import Testing

struct ProgramDataTests {
  @Test func theProgramKnowsItsOwnFile() throws {
    let file = try ProgramPlace.file()
    #expect(FileManager.default.isExecutableFile(atPath: file.path))
    #expect(try ProgramPlace.folder().path == file.deletingLastPathComponent().path)
  }

  @Test func dataThatAreNotThereAreAnErrorThatNamesThePlaces() throws {
    let error = #expect(throws: ProgramDataError.self) { try ProgramData.folder(of: "NoSuchRoom") }
    #expect(error?.code == .missing)
    #expect(error?.detail.contains("consilium_NoSuchRoom.resources") == true)
  }
}
