import Foundation

/// The rows of a file of comma-separated values (RFC 4180), read piece by piece: a bill may be far larger than memory.
struct CSVRows: Sequence, IteratorProtocol {
  private let file: FileHandle
  private var buffer: [UInt8] = []
  private var position = 0
  private var isAtEnd = false
  private(set) var line = 0
  private static let piece = 1 << 20

  /// - Throws: a `CocoaError` where the file cannot be opened.
  init(path: String) throws {
    file = try FileHandle(forReadingFrom: URL(filePath: path))
  }

  /// The next row; nil at the end. What cannot be read any more ends the file too, and `fault` says so.
  private(set) var fault: String?

  mutating func next() -> [String]? {
    var cells: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var hasContent = false
    while let byte = nextByte() {
      hasContent = true
      if isQuoted {
        guard byte == UInt8(ascii: "\"") else {
          cell.append(byte)
          continue
        }
        if peek() == UInt8(ascii: "\"") {
          cell.append(byte)
          position += 1
        } else {
          isQuoted = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\"") where cell.isEmpty: isQuoted = true
      case UInt8(ascii: ","):
        cells.append(String(decoding: cell, as: UTF8.self))
        cell = []
      case UInt8(ascii: "\r") where peek() == UInt8(ascii: "\n"): continue
      case UInt8(ascii: "\n"):
        line += 1
        cells.append(String(decoding: cell, as: UTF8.self))
        return cells
      default: cell.append(byte)
      }
    }
    guard hasContent else { return nil }
    line += 1
    if isQuoted { fault = "the last field has an opening quote and no closing one" }
    cells.append(String(decoding: cell, as: UTF8.self))
    return cells
  }

  private mutating func nextByte() -> UInt8? {
    guard fill() else { return nil }
    defer { position += 1 }
    return buffer[position]
  }

  private mutating func peek() -> UInt8? { fill() ? buffer[position] : nil }

  private mutating func fill() -> Bool {
    if position < buffer.count { return true }
    if isAtEnd { return false }
    do {
      buffer = Array(try file.read(upToCount: Self.piece) ?? Data())
    } catch {
      fault = "\(error)"
      buffer = []
    }
    position = 0
    isAtEnd = buffer.isEmpty
    return !isAtEnd
  }
}
