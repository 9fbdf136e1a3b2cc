import Basics

/// A version of a provider: `5.100.0`, `2.0.0-beta1`.
package struct ProviderVersion: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Major, minor and patch.
  package let numbers: [Int]
  /// What follows the hyphen; empty for a release.
  package let prerelease: String

  /// Reads one to three numbers, with or without a leading `v`; nil for anything else.
  package init?(_ text: some StringProtocol) {
    let plain = text.drop { $0 == "v" }.prefix { $0 != "+" }
    let parts = plain.split(separator: "-", maxSplits: 1)
    let numbers = (parts.first ?? "").split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    guard (1...3).contains(numbers.count), numbers.allSatisfy({ $0 != nil }) else { return nil }
    self.numbers = numbers.compactMap { $0 } + Array(repeating: 0, count: 3 - numbers.count)
    prerelease = parts.count > 1 ? String(parts[1]) : ""
  }

  package var major: Int { numbers[0] }

  /// The first version of the next minor.
  package var nextMinor: ProviderVersion { ProviderVersion(numbers: [numbers[0], numbers[1] + 1, 0]) }

  private init(numbers: [Int]) {
    self.numbers = numbers
    prerelease = ""
  }

  package var description: String {
    numbers.map(String.init).joined(separator: ".") + (prerelease.isEmpty ? "" : "-\(prerelease)")
  }

  /// A prerelease comes before its release.
  package static func < (left: ProviderVersion, right: ProviderVersion) -> Bool {
    if left.numbers != right.numbers { return left.numbers.lexicographicallyPrecedes(right.numbers) }
    if left.prerelease.isEmpty || right.prerelease.isEmpty {
      return !left.prerelease.isEmpty && right.prerelease.isEmpty
    }
    return left.prerelease < right.prerelease
  }
}
