import Foundation

/// The rows of a file, read piece by piece: a bill or a price list may be far larger than memory.
package final class CSVFile {
  private let handle: FileHandle
  private var cutter: CSVCutter
  private var chunk: [UInt8] = []
  private var position = 0
  private var isAtEnd = false
  private static let size = 1 << 20

  /// - Throws: `CSVFault` where the file cannot be opened.
  package init(path: String, dialect: CSVDialect) throws(CSVFault) {
    do {
      handle = try FileHandle(forReadingFrom: URL(filePath: path))
    } catch {
      throw CSVFault(kind: .unreadable("There is no such file, or it may not be read."), line: 1)
    }
    cutter = CSVCutter(dialect)
  }

  /// The first bytes, which are still to be read: what kind of file it is.
  package func start(_ count: Int) throws(CSVFault) -> ArraySlice<UInt8> {
    if chunk.isEmpty { try fill() }
    return chunk.prefix(count)
  }

  /// The next row; nil at the end of the file.
  package func next() throws(CSVFault) -> CSVRow? {
    while true {
      if let row = try cutter.next(in: chunk, from: &position) { return row }
      if isAtEnd { return try cutter.end() }
      try fill()
    }
  }

  private func fill() throws(CSVFault) {
    do {
      chunk = Array(try handle.read(upToCount: Self.size) ?? Data())
    } catch {
      throw CSVFault(kind: .unreadable("\(error)"), line: 1)
    }
    position = 0
    isAtEnd = chunk.isEmpty
  }
}
