import Basics

/// Finds which of many marks are in a text, in one pass over it however many there are.
struct MarkIndex: Sendable {
  /// Owners and the marks themselves, by what a mark begins with.
  private let buckets: [[(owner: Int, bytes: [UInt8])]]
  /// The bucket of each pair of bytes plus one; zero where no mark begins so.
  private let places: [UInt16]

  /// - Parameter marks: of each owner; a mark has two bytes or more.
  init(_ marks: [[String]]) {
    var buckets: [[(owner: Int, bytes: [UInt8])]] = []
    var places = [UInt16](repeating: 0, count: 1 << 16)
    for (owner, texts) in marks.enumerated() {
      for bytes in texts.map({ Array($0.utf8) }) where bytes.count >= 2 {
        let pair = Self.pair(bytes[0], and: bytes[1])
        if places[pair] == 0 {
          buckets.append([])
          places[pair] = UInt16(truncatingIfNeeded: buckets.count)
        }
        buckets[Int(places[pair]) - 1].append((owner, bytes))
      }
    }
    self.buckets = buckets
    self.places = places
  }

  /// The owners of the marks that are in the text, ascending.
  func owners(in text: String) -> [Int] {
    var text = text
    return text.withUTF8 { bytes in
      var found: Set<Int> = []
      guard bytes.count >= 2 else { return [] }
      places.withUnsafeBufferPointer { places in
        for start in 0..<(bytes.count - 1) {
          let place = places[Self.pair(bytes[start], and: bytes[start + 1])]
          guard place != 0 else { continue }
          for mark in buckets[Int(place) - 1] where !found.contains(mark.owner) {
            let end = start + mark.bytes.count
            if end <= bytes.count, bytes[start..<end].elementsEqual(mark.bytes) { found.insert(mark.owner) }
          }
        }
      }
      return found.sorted()
    }
  }

  private static func pair(_ first: UInt8, and second: UInt8) -> Int { Int(first) << 8 | Int(second) }
}
