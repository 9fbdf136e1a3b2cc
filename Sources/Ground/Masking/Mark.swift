import Basics
import Glibc

/// A piece of text to be looked for, byte by byte.
struct Mark: Sendable, Hashable {
  let text: String
  private let bytes: [UInt8]

  init(_ text: String) {
    self.text = text
    bytes = Array(text.utf8)
  }

  func isIn(_ text: Substring) -> Bool {
    let found = text.utf8.withContiguousStorageIfAvailable { storage in
      guard var place = storage.baseAddress, let first = bytes.first else { return false }
      var left = storage.count
      // The first byte is found by the C library, many at a time; only there the rest is compared.
      while left >= bytes.count, let next = memchr(place, Int32(first), left - bytes.count + 1) {
        let start = UnsafePointer(next.assumingMemoryBound(to: UInt8.self))
        if memcmp(start, bytes, bytes.count) == 0 { return true }
        left -= start - place + 1
        place = start + 1
      }
      return false
    }
    return found ?? text.contains(self.text)
  }
}
