import Basics
import Foundation

/// A file read line by line, whatever its size; a line break within quotes does not end a line.
final class FileLines {
  let path: String
  private let handle: FileHandle
  private var buffer: [UInt8] = []
  /// Where in the buffer the next line begins.
  private var start = 0
  private var isAtEnd = false
  /// The number of the line returned last, from 1.
  private(set) var line = 0
  private static let piece = 1 << 20
  private static let longestLine = 1 << 24

  init(path: String) throws {
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw PriceImport.fault(path, line: 1, detail: "There is no such file, or it may not be read.")
    }
    self.path = path
    self.handle = handle
  }

  /// The first bytes, which are still to be read.
  func peek(_ count: Int) throws -> ArraySlice<UInt8> {
    if buffer.isEmpty { try fill() }
    return buffer.prefix(count)
  }

  /// The cells of the next line; nil at the end of the file.
  func cells() throws -> [String]? {
    var isQuoted = false
    var index = start
    while true {
      while index < buffer.count {
        let byte = buffer[index]
        if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
        if byte == UInt8(ascii: "\n"), !isQuoted { return take(to: index, next: index + 1) }
        index += 1
      }
      if isAtEnd { return start < buffer.count ? take(to: buffer.count, next: buffer.count) : nil }
      guard buffer.count - start < Self.longestLine else {
        throw PriceImport.fault(
          path, line: line + 1, detail: "The line has no end, or a quote is not closed.")
      }
      index -= start
      try fill()
    }
  }

  private func take(to end: Int, next: Int) -> [String] {
    let cells = Self.cells(buffer[start..<end])
    start = next
    line += 1
    return cells
  }

  /// Reads a piece more and forgets the lines that are done with.
  private func fill() throws {
    buffer.removeFirst(start)
    start = 0
    guard let piece = try handle.read(upToCount: Self.piece), !piece.isEmpty else {
      isAtEnd = true
      return
    }
    buffer += piece
  }

  private static func cells(_ row: ArraySlice<UInt8>) -> [String] {
    var cells: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var wasQuote = false
    for byte in row where byte != UInt8(ascii: "\r") || isQuoted {
      if byte == UInt8(ascii: "\"") {
        if isQuoted {
          isQuoted = false
          wasQuote = true
        } else {
          // Two quotes in a row within quotes are one of the text.
          if wasQuote { cell.append(byte) }
          isQuoted = true
          wasQuote = false
        }
        continue
      }
      wasQuote = false
      if byte == UInt8(ascii: ","), !isQuoted {
        cells.append(String(decoding: cell, as: UTF8.self))
        cell.removeAll(keepingCapacity: true)
      } else {
        cell.append(byte)
      }
    }
    cells.append(String(decoding: cell, as: UTF8.self))
    return cells
  }
}
