import Basics
import Digests

/// One part of many: which estates it has depends on their names alone, so that every machine splits them the same way.
package struct Shard: Sendable, Hashable {
  /// From 0, as a Kubernetes indexed Job counts.
  package let index: Int
  package let count: Int

  /// `2/8` is the third of eight; nil for anything else.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let index = Int(parts[0]), let count = Int(parts[1]), count > 0,
      (0..<count).contains(index)
    else { return nil }
    self.index = index
    self.count = count
  }

  package func has(_ name: String) -> Bool {
    let digits = Digest(of: name).hexadecimal.prefix(15)
    return (Int(digits, radix: 16) ?? 0) % count == index
  }
}
