import Foundation
import TestFolders
import Testing

@testable import Tables

/// One reader for every table: in memory and piece by piece, strict and lenient.
struct CSVTests {
  static let cases: [(text: String, cells: [[String]])] = [
    ("", []), ("\n\n", []), ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]), ("a,b", [["a", "b"]]),
    ("a,\n,b", [["a", ""], ["", "b"]]), ("\"a,b\",c\n", [["a,b", "c"]]),
    ("\"say \"\"hi\"\"\",x", [["say \"hi\"", "x"]]),
    ("\"two\nlines\",x\ny,z", [["two\nlines", "x"], ["y", "z"]]),
    ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]), ("a\rb,c", [["a\rb", "c"]]), ("\"\",\"\"", [["", ""]]),
    ("\"a\"b,c", [["ab", "c"]]), ("größe,ß\n", [["größe", "ß"]]), ("\"kept\r\n\",x", [["kept\r\n", "x"]]),
  ]

  @Test(arguments: cases)
  func cutsAsTheStandardSays(text: String, cells: [[String]]) throws {
    #expect(try CSVText.rows(text.utf8).map(\.cells) == cells)
    #expect(try CSVText.rows(text.utf8, dialect: .lenient).map(\.cells) == cells)
  }

  @Test func aRowKnowsTheLineWhereItBegins() throws {
    let rows = try CSVText.rows("a\n\n\"b\nc\"\nd".utf8)
    #expect(rows.map(\.line) == [1, 3, 5])
  }

  @Test func faultsHaveTheirLine() throws {
    #expect(throws: CSVFault(kind: .bareQuote, line: 2)) { try CSVText.rows("a\nb\"c".utf8) }
    #expect(try CSVText.rows("5\" disk,x".utf8, dialect: .lenient).map(\.cells) == [["5\" disk", "x"]])
    for dialect in [CSVDialect.strict, .lenient] {
      #expect(throws: CSVFault(kind: .unclosedQuote, line: 2)) {
        try CSVText.rows("a\n\"b\nc".utf8, dialect: dialect)
      }
    }
    #expect(throws: CSVFault(kind: .fields(3, columns: 2), line: 3)) {
      try CSVTable("# remark\na,b\n1,2,3".utf8)
    }
    #expect(throws: CSVFault(kind: .columns(["x"]), line: 1)) { try CSVTable("a\n1".utf8, columns: ["x"]) }
    #expect(throws: CSVFault.self) { try CSVTable("".utf8, columns: ["x"]) }
    #expect(throws: CSVFault.self) { try CSVFile(path: "/nowhere/at/all.csv", dialect: .strict) }
  }

  @Test func aFileIsReadInPiecesAsATextIsInOne() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { #expect(throws: Never.self) { try RemovedFolder.remove(folder) } }
    do {
      let row = "\"quoted, \"\"cell\"\"\",plain,\"\r\n\"\r\n"
      // Some pieces of a megabyte, so that every mark stands at a border once or more.
      let text = String(repeating: row, count: 140_000)
      let path = "\(folder.path)/big.csv"
      try Data(text.utf8).write(to: URL(filePath: path))
      let file = try CSVFile(path: path, dialect: .strict)
      #expect(try String(decoding: file.start(7), as: UTF8.self) == "\"quoted")
      var count = 0
      while let row = try file.next() {
        count += 1
        guard row.cells == ["quoted, \"cell\"", "plain", "\r\n"] else {
          Issue.record("row \(count): \(row.cells)")
          return
        }
      }
      #expect(count == 140_000)
    }
  }

  @Test func aLineWithoutAnEndIsRefusedBeforeItFillsTheMemory() {
    let text = "\"" + String(repeating: "x", count: (1 << 24) + 1)
    #expect(throws: CSVFault(kind: .endlessRow, line: 1)) { try CSVText.rows(text.utf8) }
  }
}
